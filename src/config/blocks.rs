//! Reads each type of block: what of it has a meaning to Terraform itself, and what is left for the provider.

use std::sync::OnceLock;

use super::assemble::{Assembler, Declaration, ResourceKey, twice};
use super::merge::{merge, merge_all};
use super::module::{
    BlockRef, CallTarget, ExprRef, MergedBody, ModuleCall, Output, ProviderConfig, ProviderPass, Provisioner,
    RequiredProvider, Resource, Variable,
};
use super::read::{body_of, entries, entry, literal, literal_bool, provider_key, provider_reference};
use crate::source::FileId;
use crate::syntax::{Node, NodeId};

/// Names that mean something in a module call, so that no variable can have them.
const RESERVED_VARIABLES: [&str; 8] =
    ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/// What a `variable` block may hold.
const IN_VARIABLE: [&str; 9] =
    ["type", "default", "description", "sensitive", "ephemeral", "nullable", "deprecated", "const", "validation"];

/// What an `output` block may hold.
const IN_OUTPUT: [&str; 8] =
    ["value", "type", "description", "sensitive", "ephemeral", "deprecated", "depends_on", "precondition"];

/// What a `lifecycle` block may hold, OpenTofu's `enabled` and `destroy` included.
const IN_LIFECYCLE: [&str; 9] = [
    "create_before_destroy",
    "prevent_destroy",
    "ignore_changes",
    "replace_triggered_by",
    "enabled",
    "destroy",
    "precondition",
    "postcondition",
    "action_trigger",
];

/// What a `terraform` block may hold besides what is read of it; `encryption` is OpenTofu's.
const IN_TERRAFORM: [&str; 7] =
    ["backend", "cloud", "encryption", "experiments", "language", "provider_meta", "required_providers"];

impl Assembler<'_> {
    pub(super) fn read_variable(&mut self, name: &str, declaration: Declaration) -> Variable {
        let Declaration { block, body } = declaration;
        if RESERVED_VARIABLES.contains(&name) {
            let header = self.program.tree(block.file).block(block.block).header;
            self.refuse(
                block.file,
                header,
                format!("no variable can be named `{name}`"),
                "a module call means another thing by it",
            );
        }
        self.warn_of_unread(&body, "a variable", &IN_VARIABLE);
        let expr = |name| body.expr(self.program, name);
        let flag = |name| expr(name).and_then(|expr| literal_bool(self.program.tree(expr.file), expr.node));
        Variable {
            name: name.to_owned(),
            block,
            ty: expr("type"),
            default: expr("default"),
            sensitive: flag("sensitive").unwrap_or(false),
            ephemeral: flag("ephemeral").unwrap_or(false),
            nullable: flag("nullable").unwrap_or(true),
            description: expr("description"),
            validations: body.conditions(self.program, "validation"),
            body,
        }
    }

    pub(super) fn read_output(&mut self, name: &str, declaration: Declaration) -> Output {
        let Declaration { block, body } = declaration;
        self.warn_of_unread(&body, "an output", &IN_OUTPUT);
        let sensitive = body.expr(self.program, "sensitive");
        let value = body.expr(self.program, "value");
        if value.is_none() && !self.is_broken(block) {
            let header = self.program.tree(block.file).block(block.block).header;
            self.refuse(block.file, header, format!("output \"{name}\" has no value"), "");
        }
        Output {
            name: name.to_owned(),
            block,
            value,
            sensitive: sensitive.and_then(|expr| self.flag(expr)).unwrap_or(false),
            preconditions: body.conditions(self.program, "precondition"),
            body,
        }
    }

    pub(super) fn read_resource(&mut self, key: &ResourceKey, declaration: Declaration) -> Resource {
        let Declaration { block, mut body } = declaration;
        let program = self.program;
        let lifecycle = body.take_blocks(program, "lifecycle").into_iter().map(|(body, ..)| body);
        let lifecycle = merge_all(program, lifecycle);
        if let Some(lifecycle) = &lifecycle {
            self.warn_of_unread(lifecycle, "`lifecycle`", &IN_LIFECYCLE);
        }
        let connections = body.take_blocks(program, "connection").into_iter().map(|(body, ..)| body).collect();
        let provisioners = body.take_blocks(program, "provisioner").into_iter();
        let provisioners = provisioners.map(|(body, ..)| self.read_provisioner(body)).collect();
        let conditions = |kind| lifecycle.as_ref().map(|body| body.conditions(program, kind)).unwrap_or_default();
        let provider = body.take(program, "provider");
        Resource {
            mode: key.0,
            type_name: key.1.clone(),
            name: key.2.clone(),
            block,
            count: body.take(program, "count"),
            for_each: body.take(program, "for_each"),
            provider: provider.and_then(|expr| provider_reference(program.tree(expr.file), expr.node)),
            provider_key: provider.and_then(|expr| {
                let node = provider_key(program.tree(expr.file), expr.node)?;
                Some(ExprRef { node, ..expr })
            }),
            depends_on: body.take(program, "depends_on"),
            preconditions: conditions("precondition"),
            postconditions: conditions("postcondition"),
            connections,
            provisioners,
            lifecycle,
            check: self.checked.get(key).cloned(),
            // `_ { … }` holds arguments whose names would mean something to Terraform: they are the provider's.
            body: {
                for (escaped, ..) in body.take_blocks(program, "_") {
                    merge(program, &mut body, escaped);
                }
                body
            },
        }
    }

    fn read_provisioner(&self, mut body: MergedBody) -> Provisioner {
        let program = self.program;
        // Both are words, no references.
        body.take(program, "on_failure");
        let when = body.take(program, "when").or_else(|| {
            let of_type = body.attributes.iter().find_map(|(file, attribute)| {
                let node = entry(program.tree(*file), attribute.expr, "when")?;
                Some(ExprRef { file: *file, node })
            });
            of_type.filter(|expr| program.tree(expr.file).json)
        });
        let is_destroy = |expr: ExprRef| {
            let tree = program.tree(expr.file);
            matches!(tree.node(expr.node), Node::Variable(text) | Node::Str(text) if tree.text(text) == "destroy")
        };
        Provisioner { at_destroy: when.is_some_and(is_destroy), body }
    }

    pub(super) fn read_call(&mut self, name: &str, declaration: Declaration) -> ModuleCall {
        let Declaration { block, mut body } = declaration;
        let program = self.program;
        let source_expr = body.take(program, "source");
        if source_expr.is_none() && !self.is_broken(block) {
            let header = program.tree(block.file).block(block.block).header;
            self.refuse(block.file, header, format!("module \"{name}\" has no source"), "");
        }
        let text = |expr: ExprRef| literal(program.tree(expr.file), expr.node);
        ModuleCall {
            name: name.to_owned(),
            block,
            source: source_expr.and_then(text),
            source_expr,
            version: body.take(program, "version").and_then(text),
            downloaded: None,
            count: body.take(program, "count"),
            for_each: body.take(program, "for_each"),
            providers: body.take(program, "providers").map(|expr| self.read_passes(expr)).unwrap_or_default(),
            lifecycle: {
                let bodies = body.take_blocks(program, "lifecycle").into_iter().map(|(body, ..)| body);
                merge_all(program, bodies)
            },
            depends_on: body.take(program, "depends_on"),
            inputs: {
                body.take(program, "ignore_nested_deprecations");
                body.attributes
            },
            by_name: OnceLock::new(),
            target: CallTarget::Missing,
        }
    }

    fn read_passes(&self, expr: ExprRef) -> Vec<ProviderPass> {
        let tree = self.program.tree(expr.file);
        let pass = |(key, value)| {
            let (child, parent) = (provider_reference(tree, key)?, provider_reference(tree, value)?);
            let parent_key = provider_key(tree, value).map(|node| ExprRef { node, ..expr });
            Some(ProviderPass { child, parent, parent_key })
        };
        entries(tree, expr.node).into_iter().filter_map(pass).collect()
    }

    pub(super) fn read_provider(
        &mut self,
        name: String,
        alias: Option<String>,
        declaration: Declaration,
    ) -> ProviderConfig {
        let Declaration { block, mut body } = declaration;
        for meta in ["alias", "version"] {
            body.take(self.program, meta);
        }
        let for_each = body.take(self.program, "for_each");
        ProviderConfig { name, alias, block, for_each, body }
    }

    /// `terraform` blocks add to each other; those of overrides replace what they name.
    pub(super) fn read_terraform(&mut self, block: BlockRef, overrides: bool) {
        let program = self.program;
        let mut body = body_of(program, block);
        self.module.terraform.block.get_or_insert(block);
        if let Some(expr) = body.take(program, "required_version") {
            let text = literal(program.tree(expr.file), expr.node);
            let settings = &mut self.module.terraform;
            settings.required_version = match (settings.required_version.take(), text) {
                (Some(before), Some(text)) if !overrides => Some(format!("{before}, {text}")),
                (before, text) => text.or(before),
            };
        }
        for (providers, file, span) in body.take_blocks(program, "required_providers") {
            match self.required_providers {
                Some(_) if self.is_full() => {}
                Some(first) if !overrides => {
                    self.error(twice(program, "`required_providers`", first, (file, span)));
                }
                _ if !overrides => self.required_providers = Some((file, span)),
                _ => {}
            }
            self.read_required_providers(&providers, file);
        }
        self.read_backend(block, &mut body, overrides);
        self.warn_of_unread(&body, "`terraform`", &IN_TERRAFORM);
    }

    /// Later entries of a name replace earlier ones: only overrides can have them.
    fn read_required_providers(&mut self, providers: &MergedBody, file: FileId) {
        let tree = self.program.tree(file);
        for (_, attribute) in &providers.attributes {
            let text = |name| entry(tree, attribute.expr, name).and_then(|node| literal(tree, node));
            let required = RequiredProvider {
                name: tree.text(attribute.name).to_owned(),
                source: text("source"),
                version: text("version").or_else(|| literal(tree, attribute.expr)),
            };
            let known = &mut self.module.terraform.required_providers;
            match self.required.get(&required.name) {
                Some(index) => known[*index] = required,
                None => {
                    self.required.insert(required.name.clone(), known.len());
                    known.push(required);
                }
            }
        }
    }

    /// A backend and `cloud` exclude each other: what is written last counts.
    fn read_backend(&mut self, block: BlockRef, body: &mut MergedBody, overrides: bool) {
        let program = self.program;
        let tree = program.tree(block.file);
        for nested in &body.blocks {
            let kind = program.tree(nested.file).kind(nested.block);
            if matches!(kind, "backend" | "cloud") && !overrides {
                let place = (nested.file, program.tree(nested.file).block(nested.block).header);
                match self.backend {
                    Some(_) if self.is_full() => {}
                    Some(first) => self.error(twice(program, "the backend", first, place)),
                    None => self.backend = Some(place),
                }
            }
            match kind {
                "backend" => {
                    let kind = tree.label(nested.block, 0).unwrap_or_default().to_owned();
                    self.module.terraform.backend = Some((kind, *nested));
                    self.module.terraform.cloud = None;
                }
                "cloud" => {
                    self.module.terraform.cloud = Some(*nested);
                    self.module.terraform.backend = None;
                }
                _ => {}
            }
        }
        if !tree.json {
            return;
        }
        // In JSON syntax nothing nested is a block: the place is the `terraform` block's.
        if let Some(expr) = body.take(program, "backend") {
            let kind = entries(tree, expr.node).first().and_then(|(key, _): &(NodeId, NodeId)| literal(tree, *key));
            self.module.terraform.backend = kind.map(|kind| (kind, block));
        }
        if body.take(program, "cloud").is_some() {
            self.module.terraform.cloud = Some(block);
        }
    }

    fn flag(&self, expr: ExprRef) -> Option<bool> {
        literal_bool(self.program.tree(expr.file), expr.node)
    }
}
