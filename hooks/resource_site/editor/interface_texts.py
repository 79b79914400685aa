"""Our texts for the editor's own interface, in place of those that assume a knowledge of Git."""

INTERFACE: dict[str, str] = {
    "work_with_local_repo": "Open the folder on this computer",
    "work_with_local_repo_description": (
        "Choose the project's folder: the one that holds mkdocs.yml. "
        "Your browser then asks whether it may save there."
    ),
    "sign_in_error.not_project_root": (
        "This is not the project's folder. Choose the one that holds mkdocs.yml."
    ),
    "sign_in_error.picker_dismissed": "No folder was opened. Please try again.",
    "working_with_local_repo": "Working in the folder on this computer",
    "local_workflow.unsupported_browser": (
        "This browser cannot save into a folder. Use Chrome or Edge on a computer, "
        "or write in the files themselves."
    ),
    "view_on_live_site": "See the page",
}
"""By their keys in the locale file of Sveltia CMS."""
