"""Publishing a finished site: staging, and the atomic swap with the last one."""
