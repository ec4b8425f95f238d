//! Functions on IP addresses and their networks.

use std::net::IpAddr;

use ipnet::IpNet;

use super::args::Args;
use super::{Function, MANY, Outcome};
use crate::value::{Ty, Value};

pub(super) fn find(name: &str) -> Option<Function> {
    let text = |count, run| Function::new(count, Ty::String, run);
    Some(match name {
        "cidrcontains" => Function::new(2..=2, Ty::Bool, cidrcontains),
        "cidrhost" => text(2..=2, cidrhost),
        "cidrnetmask" => text(1..=1, cidrnetmask),
        "cidrsubnet" => text(3..=3, cidrsubnet),
        "cidrsubnets" => Function::new(1..=MANY, Ty::List(&Ty::String), cidrsubnets),
        _ => return None,
    })
}

/// Leading zeros in IPv4 addresses are taken, as Terraform takes them.
fn network<'a>(args: &Args<'a, '_>) -> Outcome<'a, IpNet> {
    network_at(args, 0, args.text(0)?)
}

fn network_at<'a>(args: &Args<'a, '_>, index: usize, text: &str) -> Outcome<'a, IpNet> {
    let refused = || args.refuse(index, "must be a network such as 10.0.0.0/16");
    let (address, length) = text.split_once('/').ok_or_else(refused)?;
    let address: IpAddr = match address.parse() {
        Ok(address) => address,
        Err(_) => {
            let octets: Option<Vec<String>> = address.split('.').map(decimal).collect();
            octets.and_then(|octets| octets.join(".").parse().ok()).ok_or_else(refused)?
        }
    };
    let length: u8 = Some(length)
        .filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .ok_or_else(refused)?;
    Ok(IpNet::new(address, length).map_err(|_| refused())?.trunc())
}

/// OpenTofu's: whether an address, or all of a network, lies in a network.
fn cidrcontains<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (around, inner) = (network(args)?, args.text(1)?);
    let inner = match inner.parse::<IpAddr>() {
        Ok(address) => IpNet::from(address),
        Err(_) => network_at(args, 1, inner)?,
    };
    if around.addr().is_ipv4() != inner.addr().is_ipv4() {
        return Err(args.error("one is of IPv4, the other of IPv6"));
    }
    Ok(Value::bool(around.contains(&inner)))
}

fn decimal(octet: &str) -> Option<String> {
    let digits = octet.trim_start_matches('0');
    let all_digits = !octet.is_empty() && octet.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| if digits.is_empty() { "0".to_owned() } else { digits.to_owned() })
}

fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(u32::from(address)),
        IpAddr::V6(address) => u128::from(address),
    }
}

fn address(bits: u128, like: IpAddr) -> IpAddr {
    match like {
        IpAddr::V4(_) => IpAddr::V4((bits as u32).into()),
        IpAddr::V6(_) => IpAddr::V6(bits.into()),
    }
}

fn cidrhost<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let network = network(args)?;
    let number = wide(args, 1)?;
    let host_bits = u32::from(network.max_prefix_len() - network.prefix_len());
    let count = 1u128.checked_shl(host_bits).unwrap_or(0);
    let offset = number.unsigned_abs();
    let fits = if number < 0 { offset <= count } else { offset < count };
    // A network of all IPv6 addresses has more than any number given here.
    if count != 0 && !fits {
        let message = format!("a prefix of {} leaves no host number {number}", network.prefix_len());
        return Err(args.error(message));
    }
    let host = if number < 0 { count.wrapping_sub(offset) } else { offset };
    let base = bits(network.network());
    Ok(args.str(&address(base | host, network.addr()).to_string()))
}

fn cidrnetmask<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    match network(args)? {
        IpNet::V4(network) => Ok(args.str(&network.netmask().to_string())),
        IpNet::V6(_) => Err(args.refuse(0, "must be an IPv4 network; IPv6 has no netmasks")),
    }
}

/// A whole number that need not fit into 64 bits.
fn wide<'a>(args: &Args<'a, '_>, index: usize) -> Outcome<'a, i128> {
    let number = args.number(index)?;
    let whole = number.is_whole().then(|| number.to_string().parse().ok()).flatten();
    whole.ok_or_else(|| args.wrong(index, "a whole number"))
}

/// The network with that number among those with `more` further bits; of fewer bits Terraform checks no number.
fn subnet<'a>(args: &Args<'a, '_>, network: IpNet, more: i64, number: i128) -> Outcome<'a, IpNet> {
    let length = i64::from(network.prefix_len()).saturating_add(more);
    if length < 0 || length > i64::from(network.max_prefix_len()) {
        let message = format!("a prefix of {} cannot be longer by {more} bits", network.prefix_len());
        return Err(args.error(message));
    }
    let count = 1i128.checked_shl(u32::try_from(more).unwrap_or(u32::MAX)).filter(|count| *count > 0);
    if count.is_some_and(|count| number >= count) {
        return Err(args.error(format!("{more} bits cannot hold the network number {number}")));
    }
    // A negative number is laid over the address as it stands, and the sign is lost.
    let host_bits = i64::from(network.max_prefix_len()) - length;
    let base = dashu_int::IBig::from(bits(network.network()));
    let bits: dashu_int::IBig = base | (dashu_int::IBig::from(number) << host_bits as usize);
    let digits = bits.to_string();
    let refused = || args.error(format!("there is no network number {number}"));
    let bits: u128 = digits.trim_start_matches('-').parse().map_err(|_| refused())?;
    IpNet::new(address(bits, network.addr()), length as u8).map_err(|error| args.error(error))
}

fn cidrsubnet<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let subnet = subnet(args, network(args)?, args.whole(1)?, wide(args, 2)?)?;
    Ok(args.str(&subnet.to_string()))
}

/// Networks that follow each other, each as large as asked, each at the next place where it fits.
fn cidrsubnets<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let network = network(args)?;
    let full = || args.error(format!("not enough of the addresses in {network} are left"));
    let mut next = bits(network.network());
    let last = bits(network.broadcast());
    let mut subnets: Vec<Value<'a>> = Vec::new();
    for index in 1..args.len() {
        let more = args.whole(index)?;
        let length = i64::from(network.prefix_len()).saturating_add(more);
        if !(1..=32).contains(&more) || length > i64::from(network.max_prefix_len()) {
            return Err(args.refuse(index, "must be from 1 to 32, and not longer than an address"));
        }
        let host_bits = (i64::from(network.max_prefix_len()) - length) as u32;
        let size = 1u128.checked_shl(host_bits).ok_or_else(full)?;
        let start = next.checked_add(size - 1).map(|end| end / size * size).ok_or_else(full)?;
        let end = start.checked_add(size - 1).filter(|end| *end <= last).ok_or_else(full)?;
        let subnet = IpNet::new(address(start, network.addr()), length as u8).map_err(|error| args.error(error))?;
        subnets.push(args.str(&subnet.to_string()));
        if end == last && index + 1 < args.len() {
            return Err(full());
        }
        next = end.saturating_add(1);
    }
    Ok(args.list_of(&subnets))
}
