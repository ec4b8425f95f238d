nothing = "x"
