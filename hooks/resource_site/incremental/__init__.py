"""What is kept between builds, and how a build knows what is still fresh."""
