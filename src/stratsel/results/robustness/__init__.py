"""How the order holds when weights and judgements vary within what the files allow: one module for each part."""
