# The defaults of these variables are converted to their types.
variable "v0" {
  type    = string
  default = 1
}
variable "v1" {
  type    = string
  default = true
}
variable "v2" {
  type    = string
  default = null
}
variable "v3" {
  type    = string
  default = 1.50
}
variable "v4" {
  type    = string
  default = 1e3
}
variable "v5" {
  type    = number
  default = "1"
}
variable "v6" {
  type    = number
  default = null
}
variable "v7" {
  type    = bool
  default = "true"
}
variable "v8" {
  type    = bool
  default = "1"
}
variable "v9" {
  type    = list(string)
  default = ["a", 1, true]
}
variable "v10" {
  type    = list(string)
  default = []
}
variable "v11" {
  type    = list(string)
  default = [null]
}
variable "v12" {
  type    = list(number)
  default = ["1", 2]
}
variable "v13" {
  type    = list(any)
  default = ["a", 1]
}
variable "v14" {
  type    = list(any)
  default = []
}
variable "v15" {
  type    = list(any)
  default = [null, 1]
}
variable "v16" {
  type    = list(any)
  default = [[1], ["a"]]
}
variable "v17" {
  type    = list(any)
  default = [{a=1}, {b=2}]
}
variable "v18" {
  type    = list(any)
  default = [{a=1}, {a="x"}]
}
variable "v19" {
  type    = list(any)
  default = [{a=1,b=[1]}, {a=2,b=["x"]}]
}
variable "v20" {
  type    = list(any)
  default = [{a=1,b=[1]}, {a=2,b=[1,2]}]
}
variable "v21" {
  type    = list(any)
  default = [{a={x=1}}, {a={y=2}}]
}
variable "v22" {
  type    = list(list(string))
  default = [["a"], []]
}
variable "v23" {
  type    = list(list(any))
  default = [[1], ["a"]]
}
variable "v24" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "v25" {
  type    = set(string)
  default = [1, "1"]
}
variable "v26" {
  type    = set(string)
  default = ["a", null]
}
variable "v27" {
  type    = set(number)
  default = ["10", 9, 10]
}
variable "v28" {
  type    = set(any)
  default = [1, "a"]
}
variable "v29" {
  type    = set(any)
  default = []
}
variable "v30" {
  type    = set(list(string))
  default = [["b"],["a"],["b"]]
}
variable "v31" {
  type    = set(object({a=string}))
  default = [{a="b"},{a="a"}]
}
variable "v32" {
  type    = map(string)
  default = {a=1, b=true}
}
variable "v33" {
  type    = map(string)
  default = {}
}
variable "v34" {
  type    = map(string)
  default = {a=null}
}
variable "v35" {
  type    = map(number)
  default = {a="1"}
}
variable "v36" {
  type    = map(any)
  default = {a=1, b="x"}
}
variable "v37" {
  type    = map(any)
  default = {a=[1], b=["x"]}
}
variable "v38" {
  type    = map(any)
  default = {a=[1], b=[]}
}
variable "v39" {
  type    = map(any)
  default = {a={x=1}, b={y="2"}}
}
variable "v40" {
  type    = map(any)
  default = {a={x=1,y=[1]}, b={x=2,y=[2]}}
}
variable "v41" {
  type    = map(any)
  default = {a=null, b=1}
}
variable "v42" {
  type    = map(any)
  default = {}
}
variable "v43" {
  type    = map(list(string))
  default = {a=[1], b=[]}
}
variable "v44" {
  type    = map(map(any))
  default = {a={x=1}, b={y="z"}}
}
variable "v45" {
  type    = map(object({a=optional(string,"d")}))
  default = {x={}, y={a="e"}, z={a=null}}
}
variable "v46" {
  type    = object({a=string})
  default = {a=1}
}
variable "v47" {
  type    = object({a=string})
  default = {a=1, b=2}
}
variable "v48" {
  type    = object({a=string})
  default = null
}
variable "v49" {
  type    = object({a=string})
  default = {a=null}
}
variable "v50" {
  type    = object({a=optional(string)})
  default = {}
}
variable "v51" {
  type    = object({a=optional(string,"d")})
  default = {}
}
variable "v52" {
  type    = object({a=optional(string,"d")})
  default = {a=null}
}
variable "v53" {
  type    = object({a=optional(number,"5")})
  default = {}
}
variable "v54" {
  type    = object({a=optional(list(string),["x"])})
  default = {}
}
variable "v55" {
  type    = object({a=optional(list(string),[1])})
  default = {}
}
variable "v56" {
  type    = object({a=optional(object({b=optional(string,"c")}),{})})
  default = {}
}
variable "v57" {
  type    = object({a=optional(object({b=optional(string,"c")}))})
  default = {}
}
variable "v58" {
  type    = object({a=optional(object({b=optional(string,"c")}))})
  default = {a={}}
}
variable "v59" {
  type    = object({a=optional(object({b=string,c=optional(number,1)}),{b="x"})})
  default = {}
}
variable "v60" {
  type    = object({a=optional(object({b=string,c=optional(number,1)}),null)})
  default = {}
}
variable "v61" {
  type    = object({a=optional(map(object({x=optional(number,7)})),{k={}})})
  default = {}
}
variable "v62" {
  type    = object({a=optional(set(string),["b","a"])})
  default = {}
}
variable "v63" {
  type    = object({a=optional(any)})
  default = {a=[1,"x"]}
}
variable "v64" {
  type    = object({a=optional(any,{x=1})})
  default = {}
}
variable "v65" {
  type    = object({a=any})
  default = {a={b=1}}
}
variable "v66" {
  type    = object({a=any, b=any})
  default = {a=1, b="x"}
}
variable "v67" {
  type    = object({})
  default = {a=1}
}
variable "v68" {
  type    = object({a=bool})
  default = {a="true"}
}
variable "v69" {
  type    = object({a=object({b=string})})
  default = {a={b=1,c=2}}
}
variable "v70" {
  type    = object({a=list(object({b=optional(string,"z")}))})
  default = {a=[{},{b="y"}]}
}
variable "v71" {
  type    = object({a=tuple([string, number])})
  default = {a=[1,"2"]}
}
variable "v72" {
  type    = tuple([string, number])
  default = ["a", "1"]
}
variable "v73" {
  type    = tuple([string, any])
  default = [1, {a=1}]
}
variable "v74" {
  type    = tuple([])
  default = []
}
variable "v75" {
  type    = tuple([object({a=optional(string,"q")})])
  default = [{}]
}
variable "v76" {
  type    = any
  default = {a=[1,"x"], b=null}
}
variable "v77" {
  type    = any
  default = [1, "a"]
}
variable "v78" {
  type    = any
  default = null
}
variable "v79" {
  type    = list(object({a=optional(string,"d"), b=number}))
  default = [{b="1"}, {a="x", b=2, c=3}]
}
variable "v80" {
  type    = set(object({a=optional(string,"d")}))
  default = [{}, {a="d"}, {a="e"}]
}
variable "v81" {
  type    = list(tuple([string,number]))
  default = [["a",1],["b","2"]]
}
variable "v82" {
  type    = map(tuple([string]))
  default = {a=["x"]}
}
variable "v83" {
  type    = list(map(string))
  default = [{a=1},{b=true}]
}
variable "v84" {
  type    = list(set(string))
  default = [["b","a","b"]]
}
variable "v85" {
  type    = object({a=optional(string,null)})
  default = {}
}
variable "v86" {
  type    = object({a=optional(string,"x"), b=optional(string)})
  default = {a="", b=""}
}
variable "v87" {
  type    = string
  default = "é"
}
variable "v88" {
  type    = string
  default = "e\u0301"
}
variable "v89" {
  type    = map(string)
  default = {"e\u0301"="x"}
}
variable "v90" {
  type    = list(bool)
  default = ["true", false]
}
variable "v91" {
  type    = object({n=number})
  default = {n="1e2"}
}
variable "v92" {
  type    = object({a=optional(bool, true), b=optional(bool, "false")})
  default = {}
}
variable "v93" {
  type    = object({a=optional(string, 5)})
  default = {}
}
variable "v94" {
  type    = object({a=optional(map(string), {x=1})})
  default = {}
}
variable "v95" {
  type    = object({a=optional(list(number), [])})
  default = {a=null}
}
variable "v96" {
  type    = object({a=optional(list(object({b=optional(number, 1)})), [{}, {b=2}])})
  default = {}
}
variable "v97" {
  type    = object({a=optional(tuple([string]), ["x"])})
  default = {}
}
variable "v98" {
  type    = list
  default = ["a"]
}
variable "v99" {
  type    = map
  default = {a="b"}
}
resource "terraform_data" "all" {
  input = {
    v0 = var.v0
    v1 = var.v1
    v2 = var.v2
    v3 = var.v3
    v4 = var.v4
    v5 = var.v5
    v6 = var.v6
    v7 = var.v7
    v8 = var.v8
    v9 = var.v9
    v10 = var.v10
    v11 = var.v11
    v12 = var.v12
    v13 = var.v13
    v14 = var.v14
    v15 = var.v15
    v16 = var.v16
    v17 = var.v17
    v18 = var.v18
    v19 = var.v19
    v20 = var.v20
    v21 = var.v21
    v22 = var.v22
    v23 = var.v23
    v24 = var.v24
    v25 = var.v25
    v26 = var.v26
    v27 = var.v27
    v28 = var.v28
    v29 = var.v29
    v30 = var.v30
    v31 = var.v31
    v32 = var.v32
    v33 = var.v33
    v34 = var.v34
    v35 = var.v35
    v36 = var.v36
    v37 = var.v37
    v38 = var.v38
    v39 = var.v39
    v40 = var.v40
    v41 = var.v41
    v42 = var.v42
    v43 = var.v43
    v44 = var.v44
    v45 = var.v45
    v46 = var.v46
    v47 = var.v47
    v48 = var.v48
    v49 = var.v49
    v50 = var.v50
    v51 = var.v51
    v52 = var.v52
    v53 = var.v53
    v54 = var.v54
    v55 = var.v55
    v56 = var.v56
    v57 = var.v57
    v58 = var.v58
    v59 = var.v59
    v60 = var.v60
    v61 = var.v61
    v62 = var.v62
    v63 = var.v63
    v64 = var.v64
    v65 = var.v65
    v66 = var.v66
    v67 = var.v67
    v68 = var.v68
    v69 = var.v69
    v70 = var.v70
    v71 = var.v71
    v72 = var.v72
    v73 = var.v73
    v74 = var.v74
    v75 = var.v75
    v76 = var.v76
    v77 = var.v77
    v78 = var.v78
    v79 = var.v79
    v80 = var.v80
    v81 = var.v81
    v82 = var.v82
    v83 = var.v83
    v84 = var.v84
    v85 = var.v85
    v86 = var.v86
    v87 = var.v87
    v88 = var.v88
    v89 = var.v89
    v90 = var.v90
    v91 = var.v91
    v92 = var.v92
    v93 = var.v93
    v94 = var.v94
    v95 = var.v95
    v96 = var.v96
    v97 = var.v97
    v98 = var.v98
    v99 = var.v99
  }
}
