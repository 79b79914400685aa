"""Messages for staff about errors of the disk."""

import errno

_ADVICE = {
    errno.ENOSPC: "The disk is full. Delete what you no longer need, then try again.",
    errno.EDQUOT: "Your share of the disk is full. Delete what you no longer need, then try again.",
    errno.EFBIG: "A file may not grow so large here. Ask whoever looks after this computer.",
    errno.EACCES: "This computer does not let you change it. Close whatever has it open, "
    "or ask for the right to write there.",
    errno.EPERM: "This computer does not let you change it. Ask for the right to write there.",
    errno.EROFS: "This disk can only be read. Copy the project to another, then try again.",
    errno.ENOENT: "It is gone. Bring it back from an earlier version; "
    "if something tidies this folder, stop it. Then try again.",
    errno.ENOTDIR: "A folder has to be there. Move the file away, or rename it, then try again.",
    errno.EMFILE: "Too many files are open. Close some programs, then try again.",
}


def disk_error_message(error: OSError) -> str:
    """Return one line: the file, what is wrong, and what to do."""
    reason = error.strerror or str(error)
    file = error.filename2 or error.filename  # the second, if any, is the target
    of_file = f"{file}: {reason}" if file else reason
    advice = _ADVICE.get(error.errno or 0, "Try again; if it stays, ask a developer.")
    return f"{of_file}. {advice}"
