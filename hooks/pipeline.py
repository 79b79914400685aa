"""What happens when: each MkDocs event, in the order MkDocs calls them."""

from resource_site.edge.site_build import SiteBuild

site = SiteBuild()


def on_startup(command, dirty):
    site.start(command)


def on_config(config):
    site.configure(config)


def on_pre_build(config):
    site.load(config)


def on_files(files, config):
    return site.add_pages(files, config)


def on_env(env, config, files):
    site.prepare_templates(env, config)
    site.make_worksheets()


def on_page_context(context, page, config, nav):
    site.fill_page(context, page)


def on_post_build(config):
    site.finish()


def on_build_error(error):
    site.fail()


def on_shutdown():
    site.publish()
