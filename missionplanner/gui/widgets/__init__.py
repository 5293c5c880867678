"""What screens are made of: tables, forms, fields, buttons, pictures, the look."""
