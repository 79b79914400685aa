// Opens the panel and keeps what the reader chooses.
