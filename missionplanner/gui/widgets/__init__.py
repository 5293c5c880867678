"""The parts of screens: tables, forms, fields, buttons, pictures, colours and icons."""
