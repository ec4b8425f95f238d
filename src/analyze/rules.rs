//! The settings of a run: those that are built in, and those of `--rules`.

use std::path::PathBuf;

use rustc_hash::FxHashMap;

use super::UsageError;
use crate::responsibility::{LayerId, attributes_read};
use crate::settings::describe::Description;
use crate::settings::finding::Severity;
use crate::settings::load::load_dir;
use crate::settings::model::{RuleSet, RuleSetBuf};
use crate::settings::reads::Reads;
use crate::settings::{builtin, judge};

/// The settings of a run. A family element is known by one number over all sets: built-in ones first, then the sets of
/// `--rules` in their order.
pub struct Rules {
    own: Vec<RuleSetBuf>,
    /// Types in which settings of other types may stand, with the layers of these.
    companions: FxHashMap<String, Vec<String>>,
}

impl Rules {
    /// Loads the rules of these directories beside the built-in ones.
    ///
    /// # Errors
    /// When a rule cannot be read, or has an id that a built-in one has.
    pub fn load(directories: &[PathBuf]) -> Result<Self, UsageError> {
        let mut rules = Self { own: Vec::new(), companions: FxHashMap::default() };
        for directory in directories {
            let set = load_dir(directory).map_err(|error| UsageError::new(format!("--rules: {error}")))?;
            for element in &set.elements {
                let id = &set.strings[element.id.start as usize..(element.id.start + element.id.len) as usize];
                if rules.find(id).next().is_some() {
                    let message = format!("--rules {}: the setting \"{id}\" exists already", directory.display());
                    return Err(UsageError::new(message).with_help("give it an id of its own"));
                }
            }
            rules.own.push(set);
        }
        let mut companions: FxHashMap<String, Vec<String>> = FxHashMap::default();
        rules.each(|_, set| {
            for (type_name, layer) in judge::companions(&set) {
                let layers = companions.entry(type_name.to_owned()).or_default();
                if !layers.iter().any(|known| known == layer) {
                    layers.push(layer.to_owned());
                }
            }
        });
        Ok(Self { companions, ..rules })
    }

    /// Number of family elements over all sets.
    pub fn count(&self) -> usize {
        builtin::builtin().elements.len() + self.own.iter().map(|set| set.elements.len()).sum::<usize>()
    }

    /// Calls `with` for each set, with the number of its first element.
    pub fn each(&self, mut with: impl FnMut(u32, RuleSet<'_>)) {
        let set = builtin::builtin();
        let mut first = set.elements.len() as u32;
        with(0, set);
        for own in &self.own {
            let files = own.file_views();
            let set = own.view(&files);
            with(first, set);
            first += set.elements.len() as u32;
        }
    }

    /// The elements that an id names: an element's own id, a family's label, or another tool's id.
    pub fn find(&self, id: &str) -> std::vec::IntoIter<u32> {
        let mut found = Vec::new();
        self.each(|first, set| found.extend(set.find(id).map(|element| first + element)));
        found.into_iter()
    }

    /// All names that settings have, with their element.
    pub fn names(&self) -> Vec<(String, u32)> {
        let mut names = Vec::new();
        self.each(|first, set| {
            names.extend(set.by_id.iter().map(|(text, element)| (set.str(*text).to_owned(), first + element)));
        });
        names
    }

    /// The id of an element.
    pub fn id(&self, element: u32) -> String {
        let mut id = String::new();
        self.each(|first, set| {
            if let Some(known) = element.checked_sub(first).and_then(|index| set.elements.get(index as usize)) {
                id = set.str(known.id).to_owned();
            }
        });
        id
    }

    /// The words for an element.
    ///
    /// # Panics
    /// When no set has that element.
    pub fn describe(&self, element: u32) -> Description {
        let mut described = None;
        self.each(|first, set| {
            if let Some(index) = element.checked_sub(first).filter(|index| (*index as usize) < set.elements.len()) {
                described = Some(judge::describe(set, index));
            }
        });
        described.expect("findings name elements of the sets that judged them")
    }

    /// The attributes that a setting, or the responsibility model, may ask for.
    pub fn reads(&self) -> Reads {
        let mut reads = Reads::default();
        reads.add_names(attributes_read());
        self.each(|_, set| reads.add_rules(&set));
        reads
    }

    /// A number that elements of one setting have in common and those of others have not, and the worst that the element
    /// can be.
    pub fn setting_of(&self, element: u32) -> (u32, Severity) {
        let mut found = (element, Severity::Info);
        self.each(|first, set| {
            if let Some(index) = element.checked_sub(first).filter(|index| (*index as usize) < set.elements.len()) {
                // A setting has an element at least: no two sets give the same number.
                found = (first + set.elements[index as usize].setting, judge::worst(&set, index));
            }
        });
        found
    }

    /// The layers, by index, in which a setting speaks of a managed resource's type or may stand in a resource of that type.
    pub fn covered(&self, type_name: &str) -> Vec<bool> {
        let mut covered = vec![false; LayerId::all().count()];
        let mut add = |layer: &str| {
            if let Some(layer) = LayerId::find(layer) {
                covered[layer.index()] = true;
            }
        };
        self.companions.get(type_name).into_iter().flatten().for_each(|layer| add(layer));
        self.each(|_, set| judge::layers_of(&set, type_name).for_each(&mut add));
        covered
    }
}
