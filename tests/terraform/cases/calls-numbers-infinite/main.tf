

resource "terraform_data" "calls" {
  input = {
    c0 = (1 % 0) > 5
    c1 = (-1 % 0) > 5
    c2 = can(0 % 0)
    c3 = can((1/0) % 0)
    c4 = tostring(1 % 0)
    c5 = tostring(-1 % 0)
    c6 = tostring(1.5 % 0)
    c7 = can(tonumber("1e400") > 5)
    c8 = can(tonumber("0x10"))
    c9 = can(tonumber("1_000"))
    c10 = can(tonumber(" 1"))
    c11 = can(tonumber(".5"))
    c12 = can(tonumber("5."))
    c13 = can(tonumber("1e5"))
    c14 = can(tonumber("0b11"))
    c15 = can(tonumber("NaN"))
    c16 = tonumber("-0")
    c17 = tonumber("1e2")
    c18 = tonumber("1E+2")
    c19 = tonumber("00012")
    c20 = tonumber("-.5e-1")
    c21 = tostring(pow(10, 400))
    c22 = tostring(pow(0, -1))
    c23 = can(pow(-8, 1/3))
    c24 = can(log(-1, 10))
    c25 = tostring(log(0, 10))
    c26 = can(log(10, 1))
    c27 = tostring(log(10, 1))
    c28 = can(log(1, 1))
    c29 = can(sum([1/0, -1/0]))
    c30 = tostring(sum([1/0, 1]))
    c31 = tostring(abs(-1/0))
    c32 = tostring(-(1/0))
    c33 = "x${1/0}y"
    c34 = { (1/0) = 1 }
    c35 = can(tolist([1])[1/0])
    c36 = can(range(0, 1/0))
    c37 = can(range(0, 5, 1/0))
    c38 = can(yamlencode(1/0))
    c39 = can(tobool(1/0))
    c40 = can(csvdecode(1/0))
    c41 = formatlist("%s", [1/0])
    c42 = format("%s", 1/0)
    c43 = format("%5.1f", -1/0)
    c44 = format("%e", 1/0)
    c45 = format("%g", 1/0)
    c46 = format("%q", 1/0)
    c47 = can(parseint("1", 1/0))
    c48 = can(substr("abc", 0, 1/0))
    c49 = 1/0 <= 1/0
    c50 = 1/0 < 1/0
    c51 = 1/0 > -1/0
    c52 = tostring((1/0) * -2)
    c53 = tostring(5 / (1/0))
    c54 = can((1/0) / (1/0))
    c55 = max(1/0, 1) == 1/0
    c56 = distinct([1/0, 1/0]) == [1/0]
    c57 = length(distinct([1/0, 1/0, 1]))
    c58 = length(toset([1/0, -1/0, 1]))
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(tolist([1])[1/0]),
    can(element([1], 1/0)),
  ]
}
