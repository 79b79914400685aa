// Makes the search field of the header work.
