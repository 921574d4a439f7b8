a = "%{ if x ~}${y}%{ else }z%{ endif }"
b = <<-EOT
  line ${a.b[0].c[*].d}
    %{ for k, v in m }x%{ endfor }
EOT
