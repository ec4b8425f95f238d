//! What the files of a folder share: kinds, and inputs; tables of `locals` are stored here too.

use super::super::model::{Input, Kind, KindShape, Named, RuleExpr};
use super::super::syntax::{BlockId, NodeId, Seq};
use super::args::Args;
use super::{Compiler, words};

impl<'f> Compiler<'_, 'f> {
    /// Compiles everything that settings share.
    pub(super) fn shared(&mut self) {
        let declared = self.declared;
        for ((_, name), expr) in &declared.locals {
            let name = self.intern(name);
            self.out.locals.push((expr.file, Named { name, expr: *expr }));
        }
        for (file, block) in declared.inputs.values() {
            let input = self.input(*file, *block);
            self.out.inputs.push(input);
        }
        self.out.shared_inputs = Seq { start: 0, len: declared.inputs.len() as u32 };
        for ((folder, name), (file, block)) in &declared.kinds {
            let kind = self.kind(folder, name, *file, *block);
            self.out.kinds.push(kind);
        }
        self.kind_cycles();
    }

    /// `input "NAME" { }`
    pub(super) fn input(&mut self, file: u16, block: BlockId) -> Input {
        let args = self.args(file, block, "an input", words::INPUT, &[]);
        let tree = self.tree(file);
        let name = self.intern(tree.label(block, 0).unwrap_or_default());
        if tree.labels(block).len() != 1 {
            self.error(file, args.header.start, "an input takes one label, its name");
        }
        let nothing = RuleExpr { file, node: NodeId(0) };
        let ty = self.require(&args, "type").unwrap_or(nothing);
        let default = self.require(&args, "default");
        if let Some(default) = default
            && matches!(tree.node(default.node), super::super::syntax::Node::Null)
        {
            self.error_at(default, "an input cannot be null");
        }
        let description = self.text_arg(&args, "description");
        Input { name, file, ty, default: default.unwrap_or(nothing), description }
    }

    fn kind(&mut self, folder: &'f str, name: &'f str, file: u16, block: BlockId) -> Kind {
        let args = self.args(file, block, "a kind", words::KIND, &["on"]);
        let word = !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        let reserved = ["attrs", "value", "each", "carrier", "outer", "family", "local", "input", "meta", "provider"];
        if !word || reserved.contains(&name) {
            self.error(file, args.header.start, format!("`{name}` cannot be the name of a kind"));
        }
        let on: Vec<BlockId> = args.blocks("on").collect();
        let within = args.get("within").and_then(|expr| {
            let text = self.text(expr, None)?;
            self.kind_named(folder, expr, &text)
        });
        match (args.get("within"), on.is_empty()) {
            (Some(_), false) => {
                self.error(file, args.at("within"), "a kind has `within` or `on` blocks, not both");
            }
            (None, true) => self.error(file, args.header.start, "a kind needs `on` blocks, or `within` and `for_each`"),
            (Some(_), true) => {
                self.require(&args, "for_each");
            }
            (None, false) => {
                if args.get("for_each").is_some() {
                    self.error(file, args.at("for_each"), "`for_each` stands in the `on` blocks, or beside `within`");
                }
            }
        }
        let shapes: Vec<KindShape> = on.into_iter().map(|block| self.kind_shape(file, block)).collect();
        self.same_fields(file, args.header.start, &shapes);
        let start = self.out.kind_shapes.len() as u32;
        let shapes_run = Seq { start, len: shapes.len() as u32 };
        self.out.kind_shapes.extend(shapes);
        let fields = self.fields_of_all(&args, shapes_run);
        let name = self.intern(name);
        Kind { name, file, within, for_each: args.get("for_each"), shapes: shapes_run, fields }
    }

    /// The index of a kind that a folder sees.
    pub(super) fn kind_named(&mut self, folder: &'f str, at: RuleExpr, name: &str) -> Option<u16> {
        let declared = self.declared;
        if let Some((index, _, _)) = declared.kind(folder, name) {
            return Some(index);
        }
        let visible = declared.kinds.keys().filter(|(of, _)| *of == folder || *of == "common").map(|(_, name)| *name);
        self.error_near(at, format!("unknown kind `{name}`"), name, visible);
        None
    }

    fn kind_shape(&mut self, file: u16, block: BlockId) -> KindShape {
        let args = self.args(file, block, "`on` of a kind", words::KIND_ON, &[]);
        self.exclusive(&args, "at", "for_each");
        let fields = match args.get("fields") {
            Some(expr) => self.object_of(expr),
            None => Seq::default(),
        };
        KindShape {
            types: self.types_of(file, block),
            at: args.get("at"),
            for_each: args.get("for_each"),
            filter: args.get("filter"),
            fields,
            orphan: self.flag(&args, "orphan", false),
        }
    }

    /// `fields` of the kind itself: what is made of those that each `on` gives.
    fn fields_of_all(&mut self, args: &Args<'_>, shapes: Seq) -> Seq {
        let Some(expr) = args.get("fields") else { return Seq::default() };
        let given = self.out.kind_shapes[shapes.range()].first().map_or(Seq::default(), |shape| shape.fields);
        if given.len == 0 {
            self.error_at(
                expr,
                "`fields` of a kind is made of the `fields` that its `on` blocks give: these have none",
            );
        }
        let made = self.object_of(expr);
        let given = self.names_of(given);
        if let Some(twice) = self.names_of(made).into_iter().find(|name| given.contains(name)) {
            self.error_at(expr, format!("`{twice}` is a field that the `on` blocks give"));
        }
        made
    }

    /// Every `on` of a kind gives the same names, or none gives any.
    fn same_fields(&mut self, file: u16, at: u32, shapes: &[KindShape]) {
        let mut all: Vec<Vec<&str>> = Vec::new();
        for shape in shapes {
            let named = &self.out.named[shape.fields.range()];
            let mut names: Vec<&str> = named
                .iter()
                .map(|field| &self.out.strings[field.name.start as usize..(field.name.start + field.name.len) as usize])
                .collect();
            names.sort_unstable();
            all.push(names);
        }
        let differs = all.windows(2).find(|pair| pair[0] != pair[1]).map(|pair| {
            let missing = pair[0].iter().find(|name| !pair[1].contains(name));
            let more = pair[1].iter().find(|name| !pair[0].contains(name));
            (*missing.or(more).unwrap_or(&"")).to_owned()
        });
        if let Some(name) = differs {
            self.error(
                file,
                at,
                format!("each `on` of a kind gives the same `fields`; `{name}` is not in all of them"),
            );
        }
    }

    fn kind_cycles(&mut self) {
        for index in 0..self.out.kinds.len() {
            let mut at = self.out.kinds[index].within;
            let mut hops = 0;
            while let Some(outer) = at {
                hops += 1;
                if hops > self.out.kinds.len() {
                    let kind = self.out.kinds[index];
                    self.error(kind.file, 0, "kinds stand within each other in a circle");
                    return;
                }
                at = self.out.kinds.get(outer as usize).and_then(|kind| kind.within);
            }
        }
    }
}
