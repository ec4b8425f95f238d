//! Where the findings of a run are kept until they are written: packed, and what two roots have in common only once.
//!
//! A finding as a struct takes more than 1 KB, most of it texts that thousands of others have too. Packed it takes about
//! 60 bytes, and these are the same for every root that is a copy of another: files are numbered by root. So are the lists
//! of what a root has, and what is hidden in its files.

use super::interned::Interned;
use super::pack::{Pack, Packer, Texts, Unpacker};
use crate::responsibility::LayerId;
use crate::settings::change::Change;
use crate::settings::finding::{Finding, Severity, ShownFile, Verdict};
use crate::source::Span;

/// The findings of a run, by root, and the files from which excerpts may be shown.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    texts: Texts,
    /// Packed values, each once.
    packed: Interned,
    roots: Vec<Kept>,
    /// The files of all roots, by their number in `texts`.
    files: Vec<u32>,
    /// Files by the number of their path, and what is known of them by its number in `packed`; sorted by [`Shelf::close`].
    shown: Vec<(u32, u32)>,
    /// Whether something that must not be shown found no room.
    shows_nothing: bool,
}

/// The findings of a run take more than 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Full;

/// What is kept of one root.
#[derive(Debug, Default)]
struct Kept {
    /// Its files, as a range of `files`.
    files: (u32, u32),
    /// The list of findings that no comment silences, by its number in `packed`: their numbers there, packed.
    open: Option<u32>,
    /// The same of those that a comment silences.
    accepted: Option<u32>,
    /// The same of those that a plan does away with.
    gone: Option<u32>,
}

/// The lists of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// What is the case.
    Open,
    /// What a comment silences.
    Accepted,
    /// What was the case before a plan.
    Gone,
}

impl List {
    fn of(finding: &Finding) -> Self {
        match finding {
            Finding { change: Some(Change::Gone), .. } => Self::Gone,
            Finding { suppressed: Some(_), .. } => Self::Accepted,
            _ => Self::Open,
        }
    }
}

/// A finding on the shelf: what is needed to count, to group and to sort. The rest is asked for by
/// [`Outcome::finding`](super::Outcome::finding).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index in [`Outcome::roots`](super::Outcome::roots).
    pub root: u32,
    /// Index of the family element in the rules of the run.
    pub element: u32,
    /// The verdict.
    pub verdict: Verdict,
    /// How bad it is.
    pub severity: Severity,
    /// The layer.
    pub layer: LayerId,
    /// What the plan does to it, where a plan is reviewed.
    pub change: Option<Change>,
    /// A text.
    address: u32,
    packed: u32,
}

impl Entry {
    /// The same number for entries of a root that speak of one resource, and for no others.
    pub(super) fn resource(&self) -> (u32, u32) {
        (self.root, self.address)
    }
}

/// The source range where a fix goes, or an address where no place is known; files and addresses as numbers of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Range {
    File(u32, Span),
    Address(u32),
}

impl Shelf {
    /// Puts the findings of a root on the shelf, in their order. A root comes once. `Err`: none of them is kept.
    #[expect(clippy::vec_box, reason = "records are large, and lists of them grow and are sorted")]
    pub(super) fn put(&mut self, root: u32, findings: Vec<Box<Finding>>) -> Result<(), Full> {
        let (mut open, mut accepted, mut gone) = (Vec::new(), Vec::new(), Vec::new());
        let (mut files, mut bytes) = (Vec::new(), Vec::new());
        for finding in findings {
            bytes.clear();
            let mut packer = Packer { bytes: &mut bytes, texts: &mut self.texts, files: &mut files };
            finding.pack(&mut packer);
            let number = self.packed.number(&bytes);
            let bytes = match List::of(&finding) {
                List::Open => &mut open,
                List::Accepted => &mut accepted,
                List::Gone => &mut gone,
            };
            number.pack(&mut Packer { bytes, texts: &mut self.texts, files: &mut files });
        }
        let index = root as usize;
        if self.roots.len() <= index {
            self.roots.resize_with(index + 1, Kept::default);
        }
        let [open, accepted, gone] = [open, accepted, gone].map(|list| Some(self.packed.number(&list)));
        if self.was_full() {
            return Err(Full);
        }
        let start = self.files.len() as u32;
        self.files.append(&mut files);
        self.roots[index] = Kept { files: (start, self.files.len() as u32), open, accepted, gone };
        Ok(())
    }

    /// Whether something found no room since this was asked last.
    fn was_full(&mut self) -> bool {
        let (texts, packed) = (self.texts.was_full(), self.packed.was_full());
        texts || packed
    }

    /// Keeps what must be known of a file to show excerpts of it. Several roots may know of one file. Where that finds no
    /// room, nothing is shown of any: it may be a secret.
    pub(super) fn show(&mut self, path: &str, file: &ShownFile) {
        let number = self.texts.number(path);
        let (mut bytes, mut files) = (Vec::new(), Vec::new());
        file.pack(&mut Packer { bytes: &mut bytes, texts: &mut self.texts, files: &mut files });
        let packed = self.packed.number(&bytes);
        if self.was_full() {
            self.shows_nothing = true;
        } else {
            self.shown.push((number, packed));
        }
    }

    /// All roots are on the shelf.
    pub(super) fn close(&mut self) {
        self.shown.sort_unstable();
        self.shown.dedup();
    }

    /// What is known of a file: one root may know a secret in a module's file that another does not. `None` if no finding
    /// and no problem points into it.
    pub(super) fn shown(&self, path: &str) -> Option<ShownFile> {
        let number = self.texts.find(path).filter(|_| !self.shows_nothing)?;
        let first = self.shown.partition_point(|(file, _)| *file < number);
        let of_file = self.shown[first..].iter().take_while(|(file, _)| *file == number);
        let mut known = of_file.map(|(_, packed)| {
            ShownFile::unpack(&mut Unpacker { bytes: self.packed.get(*packed), at: 0, texts: &self.texts, files: &[] })
        });
        let mut file = known.next()?;
        file.masked.extend(known.flat_map(|other| other.masked));
        file.masked.sort_unstable();
        file.masked.dedup();
        Some(file)
    }

    /// The findings of all roots that stand in a list, in order.
    pub(super) fn entries(&self, list: List) -> impl Iterator<Item = Entry> + '_ {
        (0_u32..).zip(&self.roots).flat_map(move |(root, kept)| {
            let list = match list {
                List::Open => kept.open,
                List::Accepted => kept.accepted,
                List::Gone => kept.gone,
            };
            let bytes = list.map_or(&[][..], |list| self.packed.get(list));
            let mut numbers = Unpacker { bytes, at: 0, texts: &self.texts, files: &[] };
            std::iter::from_fn(move || {
                (numbers.at < bytes.len()).then(|| self.entry(root, kept, u32::unpack(&mut numbers)))
            })
        })
    }

    /// Reads the first fields of a finding.
    fn entry(&self, root: u32, kept: &Kept, packed: u32) -> Entry {
        let from = &mut self.unpacker(kept, packed);
        let (verdict, severity, layer) = (Pack::unpack(from), Pack::unpack(from), Pack::unpack(from));
        let (element, address, change) = (u32::unpack(from), u32::unpack(from), Pack::unpack(from));
        Entry { root, element, verdict, severity, layer, change, address, packed }
    }

    /// Where the fix of an entry goes.
    pub(super) fn range(&self, entry: &Entry) -> Range {
        let from = &mut self.unpacker(&self.roots[entry.root as usize], entry.packed);
        let [_verdict, _severity, _layer]: [u8; 3] = std::array::from_fn(|_| u8::unpack(from));
        let [_element, address]: [u32; 2] = std::array::from_fn(|_| u32::unpack(from));
        let _change: Option<Change> = Pack::unpack(from);
        let (place, location) = (range(from), range(from));
        place.or(location).unwrap_or(Range::Address(address))
    }

    /// The address of an entry's resource.
    pub(super) fn address(&self, entry: &Entry) -> &str {
        self.texts.get(entry.address)
    }

    /// All of a finding.
    pub(super) fn finding(&self, entry: &Entry) -> Finding {
        Pack::unpack(&mut self.unpacker(&self.roots[entry.root as usize], entry.packed))
    }

    fn unpacker<'s>(&'s self, kept: &'s Kept, packed: u32) -> Unpacker<'s> {
        Unpacker {
            bytes: self.packed.get(packed),
            at: 0,
            texts: &self.texts,
            files: &self.files[kept.files.0 as usize..kept.files.1 as usize],
        }
    }
}

/// Reads a location, of which only file and span are wanted.
fn range(from: &mut Unpacker<'_>) -> Option<Range> {
    if u8::unpack(from) == 0 {
        return None;
    }
    let file = from.files[u32::unpack(from) as usize];
    let span = Span::unpack(from);
    let _lines_and_columns: [u32; 4] = std::array::from_fn(|_| u32::unpack(from));
    Some(Range::File(file, span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estate::Action;
    use crate::responsibility::{ModelId, Owner};
    use crate::settings::change::Planned;
    use crate::settings::finding::{Carrier, DefaultFact, Key, Related, Sentence, Suppressed, WaitsFor};
    use crate::source::{Fingerprint, Location};
    use crate::value::ReasonKind;

    fn at(line: u32) -> Location {
        let span = Span::new(line * 300, line * 300 + 17);
        Location { file: "live/main.tf".into(), line, column: 3, end_line: line, end_column: 20, span }
    }

    /// A finding of which each field says something.
    fn full(address: &str, suppressed: bool) -> Finding {
        let mut message = Sentence::own("It is open to ");
        message.push_value("0.0.0.0/0");
        Finding {
            element: 70_000,
            verdict: Verdict::Insecure,
            severity: Severity::Critical,
            owner: Owner::Shared,
            model: ModelId::find("faas").unwrap_or(ModelId::NONE),
            layer: LayerId::all().last().expect("there are layers"),
            message,
            address: address.into(),
            type_name: "aws_security_group".into(),
            module: "module.a[\"é\"]".into(),
            provider: "aws".into(),
            carrier: Some(Carrier { address: "aws_x.y".into(), type_name: "aws_x".into() }),
            attribute: Some("ingress[0].cidr_blocks".into()),
            value: Some(serde_json::json!({ "a": [1, 0.1, -7, null, "x"], "b": 1.7976931348623157e308 })),
            default: Some(DefaultFact {
                value: serde_json::Value::Null,
                since: Some("5".into()),
                note: None,
                source: "rule".into(),
            }),
            location: Some(at(9)),
            place: Some(at(1_000_000)),
            related: vec![Related { message: "from here".into(), location: at(3) }],
            reason: Some(WaitsFor { kind: ReasonKind::Error, name: "var.x".into(), location: None }),
            fix: Sentence::own("a = 1\nb = 2"),
            careful: Some(Sentence::own("it restarts")),
            change: Some(Change::Worse),
            planned: Some(Box::new(Planned {
                action: Action::Replace,
                before: Some(serde_json::json!(["10.0.0.0/8"])),
                after: None,
            })),
            suppressed: suppressed.then(|| Suppressed { reason: Some("r".into()), until: None, location: at(8) }),
            key: Key([0xab; 16]),
        }
    }

    #[test]
    fn a_copy_of_a_root_is_kept_once() {
        let elsewhere = |finding: Finding, file: &str| {
            let moved = |at: Location| Location { file: file.into(), ..at };
            Finding { place: finding.place.map(moved), location: None, related: Vec::new(), ..finding }
        };
        let mut shelf = Shelf::default();
        for root in 0..9 {
            let file = format!("live/{root}/main.tf");
            assert_eq!(shelf.put(root, vec![Box::new(elsewhere(full("a", false), &file))]), Ok(()));
            shelf.show(&file, &ShownFile { masked: vec![Span::new(3, 9)], fingerprint: Fingerprint::of("a") });
        }
        let [finding, list, no_list, file] = [1; 4];
        assert_eq!(shelf.packed.len(), finding + list + no_list + file);
        let files = shelf.entries(List::Open).filter_map(|entry| Some(shelf.finding(&entry).place?.file.to_string()));
        assert!(files.eq((0..9).map(|root| format!("live/{root}/main.tf"))));
    }

    #[test]
    fn what_any_root_knows_to_be_secret_is_hidden() {
        let known = |spans: &[(u32, u32)]| ShownFile {
            masked: spans.iter().map(|(start, end)| Span::new(*start, *end)).collect(),
            fingerprint: Fingerprint::of("text"),
        };
        let mut shelf = Shelf::default();
        shelf.show("m/a.tf", &known(&[(9, 12)]));
        shelf.show("m/b.tf", &known(&[]));
        shelf.show("m/a.tf", &known(&[(3, 7), (9, 12)]));
        shelf.close();
        assert_eq!(shelf.shown("m/a.tf"), Some(known(&[(3, 7), (9, 12)])));
        assert_eq!(shelf.shown("m/b.tf"), Some(known(&[])));
        assert_eq!(shelf.shown("m/c.tf"), None);
    }

    #[test]
    fn a_root_that_finds_no_room_is_told_of_and_leaves_no_wrong_text() {
        let mut shelf = Shelf { packed: Interned::with_room(400), ..Shelf::default() };
        let a = full("a", false);
        assert_eq!(shelf.put(0, vec![Box::new(a.clone())]), Ok(()));
        assert_eq!(shelf.put(1, (0..9).map(|n| Box::new(full(&format!("b{n}"), false))).collect()), Err(Full));
        assert_eq!(shelf.put(2, vec![Box::new(a.clone())]), Ok(()));
        let found: Vec<(u32, Finding)> = shelf.entries(List::Open).map(|it| (it.root, shelf.finding(&it))).collect();
        assert_eq!(found, [(0, a.clone()), (2, a)]);
    }

    #[test]
    fn nothing_is_shown_where_what_must_be_hidden_finds_no_room() {
        let mut shelf = Shelf { packed: Interned::with_room(200), ..Shelf::default() };
        let file = |end: u32| ShownFile {
            masked: (0..end).map(|at| Span::new(3 * at, 3 * at + 1)).collect(),
            fingerprint: Fingerprint::of("text"),
        };
        shelf.show("m/a.tf", &file(1));
        assert!(shelf.shown("m/a.tf").is_some());
        shelf.show("m/a.tf", &file(200));
        assert_eq!(shelf.shown("m/a.tf"), None);
    }

    #[test]
    fn what_is_put_on_the_shelf_comes_back_as_it_was() {
        let bare = Finding {
            element: 0,
            carrier: None,
            attribute: None,
            value: None,
            default: None,
            location: None,
            place: None,
            related: Vec::new(),
            reason: None,
            fix: Sentence::default(),
            careful: None,
            ..full("aws_x.bare", false)
        };
        let roots = [vec![full("a", false), full("b", true), bare.clone()], vec![], vec![full("a", true), bare]];
        let mut shelf = Shelf::default();
        // Roots are done in any order.
        for root in [2, 0] {
            assert_eq!(shelf.put(root as u32, roots[root].iter().cloned().map(Box::new).collect()), Ok(()));
        }
        for is_accepted in [false, true] {
            let back: Vec<(u32, Finding)> = shelf
                .entries(if is_accepted { List::Accepted } else { List::Open })
                .map(|entry| (entry.root, shelf.finding(&entry)))
                .collect();
            let put = (0..).zip(&roots).flat_map(|(root, findings)| findings.iter().map(move |it| (root, it.clone())));
            let put: Vec<_> = put.filter(|(_, finding)| finding.suppressed.is_some() == is_accepted).collect();
            assert_eq!(back, put);
        }
        for entry in shelf.entries(List::Open) {
            let finding = shelf.finding(&entry);
            assert_eq!(shelf.address(&entry), finding.address);
            assert_eq!(
                (entry.element, entry.verdict, entry.severity, entry.layer),
                (finding.element, finding.verdict, finding.severity, finding.layer)
            );
            assert_eq!(matches!(shelf.range(&entry), Range::File(..)), finding.place.is_some());
        }
    }
}
