"""Messages about templates that are missing or wrong."""

from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


def template_error_message(error: TemplateError) -> str:
    """Return one line: the template, what is wrong and, where it is missing, what to do."""
    if isinstance(error, TemplateNotFound):  # its own message is the name alone
        advice = "Bring it back from an earlier version, or mend the name where it is used."
        return f'There is no template "{error.name}" in the overrides. {advice}'
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}:{error.lineno}: {error.message}"
    # Jinja puts frames of templates into a traceback: the innermost is where it failed.
    frames = [at for at in extract_tb(error.__traceback__) if not at.filename.endswith(".py")]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
    return f"{place}{error.message}"
