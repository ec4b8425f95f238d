//! Circles of blocks: parts of modules that need each other, whatever the values are.
//!
//! First each output of a called module is taken to need all inputs of the call. Only where that makes a circle is it
//! worked out what an output needs, through the module that is called.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::graph::{Graph, NodeKey};
use crate::config::{ModuleId, Program};
use crate::eval::evaluator::Evaluator;
use crate::value::Origin;

/// A path with more steps is told without its middle.
const MAX_TOLD: usize = 24;

impl Evaluator<'_> {
    /// Refuses what leads back to itself, by the shortest path.
    pub(super) fn refuse_circles(&self, graphs: &[Graph<'_>]) {
        let needs = Needs { program: self.program, graphs, known: RefCell::default() };
        for (index, graph) in graphs.iter().enumerate() {
            let coarse = components(graph.len(), |node, found| needs.coarsely(graph, node, found));
            if coarse.is_empty() {
                continue;
            }
            for circle in components(graph.len(), |node, found| needs.exactly(graph, node, found)) {
                let start = circle.iter().copied().min().unwrap_or_default();
                let path = needs.shortest(ModuleId(index as u32), start, |node| node == start);
                let at = path.windows(2).find_map(|pair| graph.place(pair[0], pair[1])).unwrap_or(Origin::NONE);
                let mut names = Vec::new();
                needs.tell(ModuleId(index as u32), &path, "", &mut names);
                self.circles.set(true);
                let message = match &names[..] {
                    [call] => format!("count, for_each or depends_on of {call} refers to {call} itself"),
                    _ => format!("{} refers to itself: {}", names.first().map_or("", |name| name), shortened(&names)),
                };
                self.refuse(at, message, None);
            }
        }
    }
}

fn shortened(names: &[String]) -> String {
    if names.len() <= MAX_TOLD {
        return names.join(" → ");
    }
    let (head, tail) = (&names[..MAX_TOLD / 2], &names[names.len() - MAX_TOLD / 2..]);
    format!("{} → … → {}", head.join(" → "), tail.join(" → "))
}

/// Variables of a module, by their place in it.
type Variables = Rc<[usize]>;

/// What nodes need, across modules.
struct Needs<'g, 'p> {
    program: &'p Program,
    graphs: &'g [Graph<'p>],
    /// The variables that an output of a module needs.
    known: RefCell<FxHashMap<(ModuleId, u32), Variables>>,
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
                    let variables = self.variables_of(callee, output);
                    found.extend(variables.iter().map(|index| graph.number(NodeKey::Input(call, *index))));
                }
            }
            key => self.implied(graph, key, found),
        }
        found.extend(graph.written(node));
    }

    /// What needs no word: everything in a module waits for its call.
    fn implied(&self, graph: &Graph<'_>, key: NodeKey, found: &mut Vec<u32>) {
        match key {
            NodeKey::Input(call, _) => found.push(graph.number(NodeKey::Call(call))),
            NodeKey::Whole(call) => {
                found.push(graph.number(NodeKey::Call(call)));
                found.extend(graph.inputs(call));
            }
            _ => {}
        }
    }

    /// The variables of a module that one of its outputs needs.
    fn variables_of(&self, id: ModuleId, output: usize) -> Variables {
        let graph = self.graph(id);
        let start = graph.number(NodeKey::Output(output));
        if let Some(known) = self.known.borrow().get(&(id, start)) {
            return Rc::clone(known);
        }
        let mut seen = vec![false; graph.len()];
        let mut open = vec![start];
        let mut variables = Vec::new();
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut seen[node as usize], true) {
                continue;
            }
            if let NodeKey::Variable(index) = graph.key(node) {
                variables.push(index);
            }
            self.exactly(graph, node, &mut open);
        }
        variables.sort_unstable();
        let variables: Variables = variables.into();
        self.known.borrow_mut().insert((id, start), Rc::clone(&variables));
        variables
    }

    /// The shortest way from a node to one that is wanted, both told; at least one step.
    fn shortest(&self, id: ModuleId, start: u32, wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        let graph = self.graph(id);
        let mut before = vec![u32::MAX; graph.len()];
        let mut open = VecDeque::from([start]);
        let mut next = Vec::new();
        while let Some(node) = open.pop_front() {
            next.clear();
            self.exactly(graph, node, &mut next);
            for to in next.drain(..) {
                if wanted(to) {
                    let mut path = vec![to, node];
                    let mut at = node;
                    while at != start {
                        at = before[at as usize];
                        path.push(at);
                    }
                    path.reverse();
                    return path;
                }
                if to != start && before[to as usize] == u32::MAX {
                    before[to as usize] = node;
                    open.push_back(to);
                }
            }
        }
        Vec::new()
    }

    /// Names the steps of a path, those within called modules included.
    fn tell(&self, id: ModuleId, path: &[u32], within: &str, names: &mut Vec<String>) {
        let graph = self.graph(id);
        for (index, node) in path.iter().enumerate() {
            let name = format!("{within}{}", graph.name(self.program, graph.key(*node)));
            if names.last() != Some(&name) {
                names.push(name);
            }
            let next = path.get(index + 1).map(|next| graph.key(*next));
            if let (NodeKey::CallOutput(call, output), Some(NodeKey::Input(_, variable))) = (graph.key(*node), next)
                && let Some(callee) = graph.callee(call)
            {
                let inner = self.graph(callee);
                let variable = inner.number(NodeKey::Variable(variable));
                let way = self.shortest(callee, inner.number(NodeKey::Output(output)), |node| node == variable);
                let within = format!("{within}module.{}.", self.program.module(id).calls.keys()[call]);
                self.tell(callee, way.get(1..).unwrap_or_default(), &within, names);
            }
        }
    }
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
