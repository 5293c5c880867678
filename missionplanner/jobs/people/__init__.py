"""People who take part: listed, entered, edited, merged and removed, with the organisations they represent."""
