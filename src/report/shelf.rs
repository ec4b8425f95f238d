//! Where the findings of a run are kept until they are written: packed, and what two roots have in common only once.
//!
//! A finding as a struct takes more than 1 KB, most of it texts that thousands of others have too. Packed it takes about
//! 60 bytes, and these are the same for every root that is a copy of another: files are numbered by root. So are the lists
//! of what a root has, and what is hidden in its files.

use std::sync::Arc;

use super::interned::Interned;
use super::pack::{Pack, Packer, RootFile, RootFiles, Texts, Unpacker};
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
    /// The roots in the order of their directories; made by [`Shelf::close`].
    by_directory: Vec<u32>,
    /// Files that lie below no root that knows of them, by the number of their path, and what is known of them by its number
    /// in `packed`; sorted by [`Shelf::close`].
    shown_elsewhere: Vec<(u32, u32)>,
    /// Whether something that must not be shown found no room.
    shows_nothing: bool,
}

/// The findings of a run take more than 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Full;

/// What is kept of one root.
#[derive(Debug, Default)]
struct Kept {
    /// Its directory.
    directory: Arc<str>,
    /// Its files, by the number of the list in `packed`.
    files: Option<u32>,
    /// What is known of those below its directory, by the number of the list in `packed`: pairs of the number of a path in
    /// `texts` and of what is known in `packed`.
    shown: Option<u32>,
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

/// The source range where a fix goes, or an address where no place is known; files by their place among those of the root,
/// addresses as numbers of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Range {
    File(u32, Span),
    Address(u32),
}

impl Shelf {
    /// Puts the findings of a root on the shelf, in their order. A root comes once. `Err`: none of them is kept.
    #[expect(clippy::vec_box, reason = "records are large, and lists of them grow and are sorted")]
    pub(super) fn put(&mut self, root: u32, directory: &Arc<str>, findings: Vec<Box<Finding>>) -> Result<(), Full> {
        let (mut open, mut accepted, mut gone) = (Vec::new(), Vec::new(), Vec::new());
        let (mut files, mut bytes) = (RootFiles::of(directory), Vec::new());
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
        let files: Vec<u8> = files.list().flat_map(RootFile::to_bytes).collect();
        let [open, accepted, gone, files] = [open, accepted, gone, files].map(|list| Some(self.packed.number(&list)));
        if self.was_full() {
            return Err(Full);
        }
        *self.kept(root) = Kept { directory: Arc::clone(directory), files, shown: None, open, accepted, gone };
        Ok(())
    }

    fn kept(&mut self, root: u32) -> &mut Kept {
        let index = root as usize;
        if self.roots.len() <= index {
            self.roots.resize_with(index + 1, Kept::default);
        }
        &mut self.roots[index]
    }

    /// Whether something found no room since this was asked last.
    fn was_full(&mut self) -> bool {
        let (texts, packed) = (self.texts.was_full(), self.packed.was_full());
        texts || packed
    }

    /// Keeps what must be known of the files of a root to show excerpts of them. Several roots may know of one file. Where
    /// that finds no room, nothing is shown of any: it may be a secret.
    pub(super) fn show(&mut self, root: u32, directory: &Arc<str>, shown: &[(Arc<str>, ShownFile)]) {
        let mut files = RootFiles::of(directory);
        let (mut bytes, mut below) = (Vec::new(), Vec::new());
        for (path, file) in shown {
            bytes.clear();
            file.pack(&mut Packer { bytes: &mut bytes, texts: &mut self.texts, files: &mut files });
            let packed = self.packed.number(&bytes);
            match files.file(path, &mut self.texts) {
                RootFile::Elsewhere(path) => self.shown_elsewhere.push((path, packed)),
                RootFile::Below(rest) => {
                    let packer = &mut Packer { bytes: &mut below, texts: &mut self.texts, files: &mut files };
                    rest.pack(packer);
                    packed.pack(packer);
                }
            }
        }
        let below = self.packed.number(&below);
        self.shows_nothing |= self.was_full();
        let kept = self.kept(root);
        (kept.directory, kept.shown) = (Arc::clone(directory), Some(below));
    }

    /// All roots are on the shelf.
    pub(super) fn close(&mut self) {
        self.shown_elsewhere.sort_unstable();
        self.shown_elsewhere.dedup();
        self.by_directory = (0..self.roots.len() as u32).collect();
        self.by_directory.sort_by_key(|root| Arc::clone(&self.roots[*root as usize].directory));
    }

    /// The roots in a directory.
    fn roots_in(&self, directory: &str) -> impl Iterator<Item = &Kept> {
        let directory_of = |root: &u32| &*self.roots[*root as usize].directory;
        let first = self.by_directory.partition_point(|root| directory_of(root) < directory);
        let roots = self.by_directory[first..].iter().take_while(move |root| directory_of(root) == directory);
        roots.map(|root| &self.roots[*root as usize])
    }

    /// What roots that a file lies below know of it, by its number in `packed`.
    fn shown_below(&self, path: &str) -> Vec<u32> {
        let mut known = Vec::new();
        // The directories above, the last of which is the working directory.
        let above = path.match_indices('/').map(|(at, _)| (&path[..at], &path[at + 1..]));
        for (directory, rest) in above.chain([(".", path), ("", path)]) {
            let Some(number) = self.texts.find(rest) else { continue };
            for list in self.roots_in(directory).filter_map(|kept| kept.shown) {
                let bytes = self.packed.get(list);
                let mut from = self.unpacker_of(bytes);
                while from.at < bytes.len() {
                    let (file, packed) = (u32::unpack(&mut from), u32::unpack(&mut from));
                    if file == number {
                        known.push(packed);
                    }
                }
            }
        }
        known
    }

    /// What is known of a file: one root may know a secret in a module's file that another does not. `None` if no finding
    /// and no problem points into it.
    pub(super) fn shown(&self, path: &str) -> Option<ShownFile> {
        if self.shows_nothing {
            return None;
        }
        let number = self.texts.find(path);
        let first = self.shown_elsewhere.partition_point(|(file, _)| Some(*file) < number);
        let elsewhere = self.shown_elsewhere[first..].iter().take_while(|(file, _)| Some(*file) == number);
        let known = elsewhere.map(|(_, packed)| *packed).chain(self.shown_below(path));
        let mut known = known.map(|packed| ShownFile::unpack(&mut self.unpacker_of(self.packed.get(packed))));
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
            let mut numbers = self.unpacker_of(bytes);
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

    /// The path of a file of a root, by its place among those.
    pub(super) fn path(&self, root: u32, file: u32) -> String {
        let kept = &self.roots[root as usize];
        let files = kept.files.map_or(&[][..], |list| self.packed.get(list));
        RootFile::at(files, file).path(&kept.directory, &self.texts)
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
        let files = kept.files.map_or(&[][..], |list| self.packed.get(list));
        Unpacker { root: &kept.directory, files, ..self.unpacker_of(self.packed.get(packed)) }
    }

    /// Reads what names no files.
    fn unpacker_of<'s>(&'s self, bytes: &'s [u8]) -> Unpacker<'s> {
        Unpacker { bytes, at: 0, texts: &self.texts, root: "", files: &[] }
    }
}

/// Reads a location, of which only file and span are wanted.
fn range(from: &mut Unpacker<'_>) -> Option<Range> {
    if u8::unpack(from) == 0 {
        return None;
    }
    let file = u32::unpack(from);
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
    use crate::settings::finding::{
        AcceptedBy, Carrier, DefaultFact, DefaultSource, Key, Related, Sentence, Suppressed, WaitsFor,
    };
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
            carrier: Some(Box::new(Carrier { address: "aws_x.y".into(), type_name: "aws_x".into() })),
            attribute: Some("ingress[0].cidr_blocks".into()),
            value: Some(serde_json::json!({ "a": [1, 0.1, -7, null, "x"], "b": 1.7976931348623157e308 }).into()),
            default: Some(Arc::new(DefaultFact {
                value: serde_json::Value::Null,
                since: Some("5".into()),
                note: None,
                source: DefaultSource::Documentation,
            })),
            location: Some(at(9).into()),
            place: Some(at(1_000_000).into()),
            related: vec![Related { message: "from here".into(), location: at(3) }],
            variable: Some("var.cidr".into()),
            reason: Some(WaitsFor { kind: ReasonKind::Error, name: "var.x".into(), location: None }.into()),
            fix: Sentence::own("a = 1\nb = 2"),
            careful: Some(Sentence::own("it restarts")),
            change: Some(Change::Worse),
            planned: Some(Box::new(Planned {
                action: Action::Replace,
                before: Some(serde_json::json!(["10.0.0.0/8"])),
                after: None,
            })),
            suppressed: suppressed.then(|| {
                Suppressed { reason: Some("r".into()), until: None, by: AcceptedBy::Fulfilled, location: at(8) }.into()
            }),
            key: Key([0xab; 16]),
        }
    }

    #[test]
    fn a_copy_of_a_root_is_kept_once() {
        let elsewhere = |finding: Finding, file: &str| {
            let moved = |at: Arc<Location>| Arc::new(Location { file: file.into(), ..*at });
            Finding { place: finding.place.map(moved), location: None, related: Vec::new(), ..finding }
        };
        let mut shelf = Shelf::default();
        for root in 0..9 {
            let file = format!("live/{root}/main.tf");
            let directory = format!("live/{root}").into();
            assert_eq!(shelf.put(root, &directory, vec![Box::new(elsewhere(full("a", false), &file))]), Ok(()));
            let known = ShownFile { masked: vec![Span::new(3, 9)], fingerprint: Fingerprint::of("a") };
            shelf.show(root, &directory, &[(file.into(), known)]);
        }
        let [finding, list, no_list, files, file, shown] = [1; 6];
        assert_eq!(shelf.packed.len(), finding + list + no_list + files + file + shown);
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
        let mut show = |root, directory: &str, path: &str, spans: &[(u32, u32)]| {
            shelf.show(root, &directory.into(), &[(path.into(), known(spans))]);
        };
        // As its own root, from a root above it, and from roots beside it.
        show(0, "m", "m/a.tf", &[(9, 12)]);
        show(1, "live", "m/b.tf", &[]);
        show(2, "live", "m/a.tf", &[(3, 7), (9, 12)]);
        show(3, ".", "m/a.tf", &[(20, 30)]);
        shelf.close();
        assert_eq!(shelf.shown("m/a.tf"), Some(known(&[(3, 7), (9, 12), (20, 30)])));
        assert_eq!(shelf.shown("m/b.tf"), Some(known(&[])));
        assert_eq!(shelf.shown("m/c.tf"), None);
    }

    #[test]
    fn a_root_that_finds_no_room_is_told_of_and_leaves_no_wrong_text() {
        let mut shelf = Shelf { packed: Interned::with_room(400), ..Shelf::default() };
        let a = full("a", false);
        assert_eq!(shelf.put(0, &".".into(), vec![Box::new(a.clone())]), Ok(()));
        assert_eq!(
            shelf.put(1, &".".into(), (0..9).map(|n| Box::new(full(&format!("b{n}"), false))).collect()),
            Err(Full)
        );
        assert_eq!(shelf.put(2, &".".into(), vec![Box::new(a.clone())]), Ok(()));
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
        shelf.show(0, &"m".into(), &[("m/a.tf".into(), file(1))]);
        shelf.close();
        assert!(shelf.shown("m/a.tf").is_some());
        shelf.show(0, &"m".into(), &[("m/a.tf".into(), file(200))]);
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
            variable: None,
            reason: None,
            fix: Sentence::default(),
            careful: None,
            ..full("aws_x.bare", false)
        };
        let roots = [vec![full("a", false), full("b", true), bare.clone()], vec![], vec![full("a", true), bare]];
        let mut shelf = Shelf::default();
        // Roots are done in any order.
        for root in [2, 0] {
            assert_eq!(
                shelf.put(root as u32, &".".into(), roots[root].iter().cloned().map(Box::new).collect()),
                Ok(())
            );
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
            assert_eq!(shelf.address(&entry), &*finding.address);
            assert_eq!(
                (entry.element, entry.verdict, entry.severity, entry.layer),
                (finding.element, finding.verdict, finding.severity, finding.layer)
            );
            assert_eq!(matches!(shelf.range(&entry), Range::File(..)), finding.place.is_some());
        }
    }
}
