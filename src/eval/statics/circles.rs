//! Circles of blocks: parts of modules that need each other, whatever the values are.
//!
//! First each output of a called module is taken to need all inputs of the call. Only where that makes a circle is it
//! worked out what an output needs, through the module that is called.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::graph::{Graph, NodeKey};
use crate::config::{ModuleId, Program};
use crate::eval::evaluator::Evaluator;
use crate::value::Origin;

/// A path with more steps is told without those before the last.
const MAX_TOLD: usize = 24;

/// How many nodes of called modules are looked at in a program. What is asked after that is taken to need nothing.
const MAX_VISITS: u32 = 5_000_000;

impl Evaluator<'_> {
    /// Refuses what leads back to itself, by the shortest path.
    pub(super) fn refuse_circles(&self, graphs: &[Graph<'_>]) {
        let needs = Needs { program: self.program, graphs, outside: RefCell::default(), visits: Cell::new(0) };
        for (index, graph) in graphs.iter().enumerate() {
            let coarse = components(graph.len(), |node, found| needs.coarsely(graph, node, found));
            if coarse.is_empty() {
                continue;
            }
            // An exact circle is within a coarse one.
            let mut groups = vec![None; graph.len()];
            for (group, members) in coarse.iter().enumerate() {
                members.iter().for_each(|node| groups[*node as usize] = Some(group));
            }
            let exact = components(graph.len(), |node, found| needs.exactly_within(graph, &groups, node, found));
            for circle in exact {
                self.refuse_circle(&needs, ModuleId(index as u32), &groups, &circle);
            }
        }
    }

    fn refuse_circle(&self, needs: &Needs<'_, '_>, id: ModuleId, groups: &[Option<usize>], circle: &[u32]) {
        let graph = needs.graph(id);
        let start = circle.iter().copied().min().unwrap_or_default();
        let path = shortest(start, start, |node, found| needs.exactly_within(graph, groups, node, found));
        let at = path.windows(2).find_map(|pair| graph.place(pair[0], pair[1])).unwrap_or(Origin::NONE);
        let mut names = Vec::new();
        needs.tell(id, &path, "", &mut names);
        self.circles.set(true);
        let message = match &names[..] {
            [call] => format!("count, for_each or depends_on of {call} refers to {call} itself"),
            _ => format!("{} refers to itself: {}", names.first().map_or("", |name| name), shortened(&names)),
        };
        self.refuse(at, message, None);
    }
}

fn shortened(names: &[String]) -> String {
    match names {
        [first, ..] if names.len() > MAX_TOLD => format!("{} → … → {first}", names[..MAX_TOLD].join(" → ")),
        _ => names.join(" → "),
    }
}

/// What is needed from outside of a module: its variables, and the providers that it is given.
type Outside = Rc<[u32]>;

/// What nodes need, across modules.
struct Needs<'g, 'p> {
    program: &'p Program,
    graphs: &'g [Graph<'p>],
    /// What outputs need, as far as it was asked.
    outside: RefCell<FxHashMap<(ModuleId, usize), Outside>>,
    visits: Cell<u32>,
}

impl<'g, 'p> Needs<'g, 'p> {
    fn graph(&self, id: ModuleId) -> &'g Graph<'p> {
        &self.graphs[id.0 as usize]
    }

    fn coarsely(&self, graph: &Graph<'_>, node: u32, found: &mut Vec<u32>) {
        match graph.key(node) {
            NodeKey::CallOutput(call, _) => found.push(graph.number(NodeKey::Whole(call))),
            key => self.implied(graph, key, found),
        }
        found.extend(graph.written(node));
    }

    fn exactly(&self, graph: &Graph<'_>, node: u32, found: &mut Vec<u32>) {
        match graph.key(node) {
            NodeKey::CallOutput(call, output) => {
                found.push(graph.number(NodeKey::Call(call)));
                if let Some(callee) = graph.callee(call) {
                    let outside = self.outside_of(callee, output);
                    found.extend(outside.iter().filter_map(|inner| self.handed_over(graph, call, *inner)));
                }
            }
            key => self.implied(graph, key, found),
        }
        found.extend(graph.written(node));
    }

    /// As [`Self::exactly`], without what is in another group, or in none.
    fn exactly_within(&self, graph: &Graph<'_>, groups: &[Option<usize>], node: u32, found: &mut Vec<u32>) {
        let group = groups[node as usize];
        if group.is_none() {
            return;
        }
        let mut all = Vec::new();
        self.exactly(graph, node, &mut all);
        found.extend(all.into_iter().filter(|to| groups[*to as usize] == group));
    }

    /// What needs no word: everything in a module waits for its call, and resources for their provider.
    fn implied(&self, graph: &Graph<'_>, key: NodeKey, found: &mut Vec<u32>) {
        match key {
            NodeKey::Input(call, _) => found.push(graph.number(NodeKey::Call(call))),
            NodeKey::Whole(call) => {
                found.push(graph.number(NodeKey::Call(call)));
                found.extend(graph.inputs(call));
                found.extend(graph.providers.calls.get(call).into_iter().flatten().flatten());
            }
            NodeKey::Resource(index) => found.extend(graph.providers.resources.get(index).copied().flatten()),
            _ => {}
        }
    }

    /// What a call hands over for a node of the called module.
    fn handed_over(&self, graph: &Graph<'_>, call: usize, inner: u32) -> Option<u32> {
        match self.graph(graph.callee(call)?).key(inner) {
            NodeKey::Variable(index) => Some(graph.number(NodeKey::Input(call, index))),
            NodeKey::Given(index) => *graph.providers.calls.get(call)?.get(index)?,
            _ => None,
        }
    }

    /// The nodes of a module that an output needs and that its callers fill.
    fn outside_of(&self, id: ModuleId, output: usize) -> Outside {
        if let Some(known) = self.outside.borrow().get(&(id, output)) {
            return Rc::clone(known);
        }
        let graph = self.graph(id);
        let mut seen = FxHashSet::default();
        let mut open = vec![graph.number(NodeKey::Output(output))];
        let mut outside = Vec::new();
        while let Some(node) = open.pop() {
            if !seen.insert(node) || !self.may_visit() {
                continue;
            }
            if let NodeKey::Variable(_) | NodeKey::Given(_) = graph.key(node) {
                outside.push(node);
            }
            self.exactly(graph, node, &mut open);
        }
        outside.sort_unstable();
        let outside: Outside = outside.into();
        self.outside.borrow_mut().insert((id, output), Rc::clone(&outside));
        outside
    }

    fn may_visit(&self) -> bool {
        let visits = self.visits.get();
        self.visits.set(visits.saturating_add(1));
        visits < MAX_VISITS
    }

    /// Names the steps of a path, those within called modules included, until there are too many to tell.
    fn tell(&self, id: ModuleId, path: &[u32], within: &str, names: &mut Vec<String>) {
        let graph = self.graph(id);
        for (index, node) in path.iter().enumerate() {
            if names.len() > MAX_TOLD {
                return;
            }
            let key = graph.key(*node);
            if let NodeKey::Given(_) = key {
                continue;
            }
            let name = format!("{within}{}", graph.name(self.program, key));
            if names.last() != Some(&name) {
                names.push(name);
            }
            if let (NodeKey::CallOutput(call, output), Some(next)) = (key, path.get(index + 1))
                && let Some(callee) = graph.callee(call)
            {
                let way = self.way_through(graph, call, callee, output, *next);
                let within = format!("{within}module.{}.", self.program.module(id).calls.keys()[call]);
                self.tell(callee, way.get(1..).unwrap_or_default(), &within, names);
            }
        }
    }

    /// The way from an output of a called module to what the call hands over from `next`.
    fn way_through(&self, graph: &Graph<'_>, call: usize, callee: ModuleId, output: usize, next: u32) -> Vec<u32> {
        let outside = self.outside_of(callee, output);
        let end = outside.iter().find(|inner| self.handed_over(graph, call, **inner) == Some(next));
        let Some(end) = end else { return Vec::new() };
        let inner = self.graph(callee);
        shortest(inner.number(NodeKey::Output(output)), *end, |node, found| {
            if self.may_visit() {
                self.exactly(inner, node, found);
            }
        })
    }
}

/// The shortest way from one node to another, both told; at least one step. Empty if there is none.
fn shortest(start: u32, end: u32, needs: impl Fn(u32, &mut Vec<u32>)) -> Vec<u32> {
    let mut before: FxHashMap<u32, u32> = FxHashMap::default();
    let mut open = VecDeque::from([start]);
    let mut next = Vec::new();
    while let Some(node) = open.pop_front() {
        needs(node, &mut next);
        for to in next.drain(..) {
            if to == end {
                let mut path = vec![end, node];
                let mut at = node;
                while at != start {
                    at = before[&at];
                    path.push(at);
                }
                path.reverse();
                return path;
            }
            if to != start && !before.contains_key(&to) {
                before.insert(to, node);
                open.push_back(to);
            }
        }
    }
    Vec::new()
}

/// Sets of nodes that all lead to each other (Tarjan's strongly connected components), without those of one node.
fn components(nodes: usize, needs: impl Fn(u32, &mut Vec<u32>)) -> Vec<Vec<u32>> {
    const UNSEEN: u32 = u32::MAX;
    const CLOSED: u32 = u32::MAX - 1;
    let mut found = Vec::new();
    // The number of a node in the order of visits, and the least one that it leads back to.
    let mut order = vec![UNSEEN; nodes];
    let mut least = vec![0; nodes];
    let mut visited = 0;
    let mut open: Vec<u32> = Vec::new();
    let mut ahead: Vec<u32> = Vec::new();
    let mut frames: Vec<(u32, usize, usize)> = Vec::new();
    for root in 0..nodes as u32 {
        if order[root as usize] != UNSEEN {
            continue;
        }
        let mut enter = Some(root);
        loop {
            if let Some(node) = enter.take() {
                order[node as usize] = visited;
                least[node as usize] = visited;
                visited += 1;
                open.push(node);
                frames.push((node, ahead.len(), ahead.len()));
                needs(node, &mut ahead);
            }
            let Some((node, start, next)) = frames.last_mut() else { break };
            let (node, start) = (*node, *start);
            if let Some(to) = ahead.get(*next).copied() {
                *next += 1;
                match order[to as usize] {
                    UNSEEN => enter = Some(to),
                    CLOSED => {}
                    seen => least[node as usize] = least[node as usize].min(seen),
                }
                continue;
            }
            frames.pop();
            ahead.truncate(start);
            if let Some((above, ..)) = frames.last() {
                least[*above as usize] = least[*above as usize].min(least[node as usize]);
            }
            if least[node as usize] == order[node as usize] {
                let from = open.iter().rposition(|open| *open == node).unwrap_or_default();
                let component = open.split_off(from);
                for member in &component {
                    order[*member as usize] = CLOSED;
                }
                if component.len() > 1 {
                    found.push(component);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn what_leads_back_to_itself_is_found_and_nothing_else() {
        // 0 → 1 → 2 → 0, 2 → 3 → 4 → 3, 5 → 0, 6
        let edges: [&[u32]; 7] = [&[1], &[2], &[0, 3], &[4], &[3], &[0], &[]];
        let mut found = components(edges.len(), |node, ahead| ahead.extend(edges[node as usize]));
        for component in &mut found {
            component.sort_unstable();
        }
        assert_eq!(found, [vec![3, 4], vec![0, 1, 2]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let last = 200_000;
        let found = components(last as usize + 1, |node, ahead| ahead.push(if node == last { 0 } else { node + 1 }));
        assert_eq!(found.len(), 1);
    }
}
