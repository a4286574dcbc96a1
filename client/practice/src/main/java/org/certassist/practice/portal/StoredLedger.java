package org.certassist.practice.portal;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ledger inside one open transaction.
record StoredLedger(Database open) implements Caseworker.Ledger {
  @Override
  public Caseworker.Standing standing(String person, String unit) throws SQLException {
    record Entry(String unit, boolean insured) {}
    List<Entry> entries =
        open.list(
            row -> new Entry(row.getString(1), row.getBoolean(2)),
            "SELECT unit, insured FROM insurance WHERE person = ?",
            person);
    Optional<Entry> here = entries.stream().filter(entry -> entry.unit().equals(unit)).findFirst();
    if (here.filter(Entry::insured).isPresent()) {
      return Caseworker.Standing.INSURED_HERE;
    }
    if (entries.stream().anyMatch(Entry::insured)) {
      return Caseworker.Standing.INSURED_WITH_ANOTHER_UNIT;
    }
    return here.isPresent() ? Caseworker.Standing.STOPPED_HERE : Caseworker.Standing.NEVER_SEEN;
  }

  @Override
  public Optional<String> registeredNumber(String person) throws SQLException {
    return open.text("SELECT number FROM person WHERE person = ?", person);
  }

  @Override
  public void insure(String person, String unit) throws SQLException {
    open.update("INSERT OR REPLACE INTO insurance VALUES (?, ?, 1)", person, unit);
  }

  @Override
  public void stop(String person, String unit) throws SQLException {
    open.update("INSERT OR REPLACE INTO insurance VALUES (?, ?, 0)", person, unit);
  }

  @Override
  public void forget(String person, String unit) throws SQLException {
    open.update("DELETE FROM insurance WHERE person = ? AND unit = ?", person, unit);
  }

  @Override
  public void register(String person) throws SQLException {
    int count = Integer.parseInt(open.text("SELECT count(*) FROM person").orElse("0"));
    String number = String.format(Locale.ROOT, "32059901%05d", count + 1);
    open.update("INSERT INTO person VALUES (?, ?)", person, number);
  }
}
