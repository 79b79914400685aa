"""Photos as phones save them, and other pictures: what is published, and how pages show it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser

from browser import visitor
from samples import article
from serving import serve
from small_site import Page, Site

SECRETS = (b"Jo Bloggs", b"51.5074", b"GPS", b"Exif", b"Private remark", b"xmpmeta")
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Jo Bloggs 51.5074</x:xmpmeta>"
UPRIGHT, TURNED = 1, 6


def scene(width: int, height: int) -> Image.Image:
    """Return a picture like a photo, dark at its top and light at its foot."""
    sky = Image.linear_gradient("L").resize((width, height))
    noise = Image.effect_noise((width // 4, height // 4), 40).resize((width, height))
    return Image.merge("RGB", (sky, ImageChops.add(sky, noise, 2), noise))


def exif(orientation: int = UPRIGHT) -> bytes:
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x013B] = "Jo Bloggs"
    found.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)  # GPSLatitude
    found.get_ifd(0x8825)[1] = "N"
    return found.tobytes()


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    content = BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def gif() -> bytes:
    frames = [Image.new("L", (40, 30), 100 * number) for number in range(3)]
    options = {"append_images": frames[1:], "duration": 90, "loop": 2}
    return saved(frames[0], "GIF", save_all=True, comment=b"Private remark", **options)


def png() -> bytes:
    plan = Image.new("RGBA", (1200, 800), (255, 255, 255, 0))
    ImageDraw.Draw(plan).rectangle((100, 100, 900, 700), fill=(20, 60, 120, 255))
    remarks = PngInfo()
    remarks.add_text("Author", "Jo Bloggs")
    remarks.add_itxt("Comment", "Private remark")
    return saved(plan, "PNG", pnginfo=remarks, exif=exif())


def cmyk() -> bytes:
    return saved(scene(300, 200).convert("CMYK"), "JPEG", exif=exif())


PICTURES: dict[str, Callable[[], bytes]] = {
    "photo.jpg": lambda: saved(
        scene(1200, 2000), "JPEG", exif=exif(TURNED), xmp=XMP, comment=b"Private remark"
    ),
    "small.jpg": lambda: saved(scene(300, 200), "JPEG", exif=exif(), quality=60),
    "print.jpg": cmyk,
    "plan.png": png,
    "moving.gif": gif,
    "photo.webp": lambda: saved(scene(700, 500), "WEBP", exif=exif(), xmp=XMP),
    "photo.avif": lambda: saved(scene(200, 100), "AVIF", exif=exif(), xmp=XMP),
}
BODY = "\n\n".join(f"![A {Path(name).stem} view](../assets/{name})" for name in PICTURES) + (
    '\n\n<img src="../assets/plan.png" alt="Small" width="60">\n\n![A line](../assets/line.svg)'
)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>"


def draw_pictures(site: Site) -> None:
    folder = site.folder / "docs/assets"
    folder.mkdir()
    for name, make in PICTURES.items():
        (folder / name).write_bytes(make())
    (folder / "line.svg").write_text(SVG, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = Site(tmp_path_factory.mktemp("pictures"), article("hello", body=BODY), own_cache=True)
    draw_pictures(made)
    return made.built()


@pytest.fixture(scope="module")
def page(site: Site) -> Page:
    return site.page("articles/hello/")


def opened(raw: bytes) -> Any:
    picture = Image.open(BytesIO(raw))
    picture.load()
    return picture


def published(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield each picture that came of those in the text, in every version."""
    stems = tuple(f"{Path(name).stem}-" for name in PICTURES)
    for name, raw in site.files().items():
        folder, _, own = name.rpartition("/")
        if (folder, own) in {("assets", each) for each in PICTURES} or (
            folder == "assets/sizes" and own.startswith(stems)
        ):
            yield name, raw


def test_the_originals_hold_what_nobody_should_read(site: Site) -> None:
    originals = b"".join((site.folder / "docs/assets" / name).read_bytes() for name in PICTURES)
    assert [secret for secret in SECRETS if secret not in originals] == [b"GPS"]
    assert opened((site.folder / "docs/assets/photo.jpg").read_bytes()).getexif().get_ifd(0x8825)


def test_what_is_published_holds_no_metadata(site: Site) -> None:
    names = [name for name, _ in published(site)]
    assert len(names) > len(PICTURES)
    for name, raw in published(site):
        assert [secret for secret in SECRETS if secret in raw] == [], name
        assert dict(opened(raw).getexif()) == {}, name


def test_a_photo_stands_upright_and_is_as_broad_as_a_page_needs_it(site: Site) -> None:
    photo = opened(site.files()["assets/photo.jpg"])
    assert photo.size == (1600, 960)
    # Turned to the right, the dark edge is at the right.
    assert photo.getpixel((1500, 480)) < photo.getpixel((100, 480))


def test_small_pictures_look_as_they_did(site: Site) -> None:
    for name in ("small.jpg", "plan.png", "print.jpg"):
        before = opened((site.folder / "docs/assets" / name).read_bytes())
        after = opened(site.files()[f"assets/{name}"])
        assert after.size == before.size
        difference = ImageChops.difference(before.convert("RGB"), after.convert("RGB"))
        assert max(ImageStat.Stat(difference).mean) < 8, name
    assert opened(site.files()["assets/plan.png"]).getpixel((5, 5))[3] == 0


def test_a_moving_picture_still_moves(site: Site) -> None:
    moving = opened(site.files()["assets/moving.gif"])
    assert (moving.n_frames, moving.info["duration"], moving.info["loop"]) == (3, 90, 2)


def test_a_phone_loads_less(site: Site, page: Page) -> None:
    files = site.files()
    photo = page.one("img[src='../../assets/photo.jpg']")
    source = page.one("picture:has(img[src='../../assets/photo.jpg']) source")
    assert source.attributes["type"] == "image/webp"
    for node, kind in ((photo, "JPEG"), (source, "WEBP")):
        sizes = []
        for candidate in str(node.attributes["srcset"]).split(", "):
            address, width = candidate.split(" ")
            raw = files[address.removeprefix("../../")]
            assert f"{opened(raw).width}w" == width
            assert opened(raw).format == kind
            sizes.append(len(raw))
        assert sizes == sorted(sizes)
        assert sizes[0] < sizes[-1] / 5
    assert opened(files["assets/photo.jpg"]).width == 1600


def test_a_page_keeps_the_place_of_its_pictures(site: Site, page: Page) -> None:
    pictures = page.all(".prose img")
    assert len(pictures) == len(PICTURES) + 2
    assert [node.attributes.get("loading") for node in pictures] == [None, *["lazy"] * 8]
    assert all(node.attributes["alt"] for node in pictures)
    for node in pictures[: len(PICTURES)]:
        raw = site.files()[str(node.attributes["src"]).removeprefix("../../")]
        size = int(str(node.attributes["width"])), int(str(node.attributes["height"]))
        assert size == opened(raw).size
    typed, drawing = pictures[-2:]
    assert (typed.attributes["width"], "height" in typed.attributes) == ("60", False)
    assert "width" not in drawing.attributes


def test_a_browser_chooses_the_version_that_its_screen_needs(site: Site, browser: Browser) -> None:
    chosen = []
    with serve(site.folder / "site") as address:
        for width, scale in ((360, 1), (1280, 2)):
            size = {"width": width, "height": 800}
            with visitor(browser, viewport=size, device_scale_factor=scale) as context:
                tab = context.new_page()
                tab.goto(f"{address}articles/hello/")
                photo = tab.locator(".prose img").first
                photo.evaluate("image => image.decode()")
                chosen.append(photo.evaluate("image => image.currentSrc.split('/').pop()"))
                assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert [name.split(".")[0] for name in chosen] == ["photo-480", "photo-1600"]
    assert {name.rpartition(".")[2] for name in chosen} == {"webp"}


def test_pictures_are_made_once(site: Site, tmp_path: Path) -> None:
    copy = site.copied(tmp_path / "copy")
    store = copy.folder / ".cache/store"

    def ages() -> dict[Path, int]:
        kinds = ("jpg", "webp", "png", "gif", "avif")
        return {file: file.stat().st_ino for kind in kinds for file in store.glob(f"{kind}/*")}

    before = ages()
    copy.forget()
    assert copy.built().files()["assets/photo.jpg"] == site.files()["assets/photo.jpg"]
    assert ages() == before
    (copy.folder / "docs/assets/photo.jpg").write_bytes(PICTURES["small.jpg"]())
    assert opened(copy.built().files()["assets/photo.jpg"]).size == (300, 200)
    assert copy.page("articles/hello/").one("img[src$='photo.jpg']").attributes["width"] == "300"
