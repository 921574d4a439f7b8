a = [for k, v in m : v if v != ""]
b = {for k, v in m : k => v...}
c = a ? b : !c && d || -e % 2 >= f("x", y...)
d = a.*.b.0
