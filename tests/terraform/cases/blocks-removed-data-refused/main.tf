removed { from = data.x.y }
