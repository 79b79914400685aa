"""The commands of ``resources``, one file each; ``__main__`` registers them."""
