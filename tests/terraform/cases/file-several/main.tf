locals { a = local.b }
