locals {
  list = "%{ for n in var.names ~}${ n }, %{ endfor }"
  cond = "%{ if var.x }yes%{ else }no%{ endif }!"
  esc  = "tab\t quote\" \u00e9 %%{literal} $${literal}"
  doc = <<EOT
%{ for n in var.names ~}
  ${ n }
%{ endfor ~}
EOT
  nested = "${upper("${var.a}-${lower("x")}")}!"
  long_condition = cidrsubnet(var.network_cidr_block, var.network_new_bits, var.network_subnet_number_offset + 10)
  joined = join(",", [<<A
one
A
  , "two"])
  group = { for s in var.servers : s.role => s.name... if s.enabled && s.role != "none" && s.name != "nobody at all" }
  math = (1+2)*3 % 4 - -5
  ok = !true || 1 <= 2 && "a" == "b"
}
