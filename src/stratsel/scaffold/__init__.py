"""Files for a start: a new round, a new dossier, and the schemas by which editors help to write them."""
