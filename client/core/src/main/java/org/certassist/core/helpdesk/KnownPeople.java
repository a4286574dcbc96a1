package org.certassist.core.helpdesk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.TokenKey;

/// Gathers the names and numbers of everybody whom the program has met on this PC, so that they can
/// be hidden in what leaves.
public final class KnownPeople {
  /// Years of a large unit's months; whom nobody has met since is found by form alone.
  private static final int MOST = 200_000;

  /// A shorter serial such as `1` would hide half the text.
  private static final int SHORTEST_SERIAL = 6;

  /// What each column of a workbook holds of somebody. Notes are no names.
  private static final Map<String, Secrecy> FIELDS =
      Map.ofEntries(
          Map.entry("name", Secrecy.PERSON),
          Map.entry("idNumber", Secrecy.ID),
          Map.entry("originalNumber", Secrecy.ID),
          Map.entry("phone", Secrecy.PHONE),
          Map.entry("householdAddress", Secrecy.ADDRESS),
          Map.entry("residenceAddress", Secrecy.ADDRESS),
          Map.entry("contactAddress", Secrecy.ADDRESS),
          Map.entry("userUnitName", Secrecy.UNIT),
          Map.entry("userUnitNumber", Secrecy.UNIT),
          Map.entry("fromUnitName", Secrecy.UNIT),
          Map.entry("fromUnitNumber", Secrecy.UNIT),
          Map.entry("toUnitName", Secrecy.UNIT),
          Map.entry("toUnitNumber", Secrecy.UNIT));

  private static final Map<HolderField, Secrecy> HOLDERS =
      Map.of(
          HolderField.ORGANIZATION, Secrecy.UNIT,
          HolderField.CREDIT_CODE, Secrecy.UNIT,
          HolderField.SOCIAL_INSURANCE_NUMBER, Secrecy.UNIT,
          HolderField.UNIT_NUMBER, Secrecy.UNIT,
          HolderField.HANDLER, Secrecy.PERSON,
          HolderField.IDENTITY_NUMBER, Secrecy.ID);

  /// Parts of a subject's name that are somebody's own; cities and countries are not.
  private static final Map<String, Secrecy> SUBJECT =
      Map.of(
          "CN", Secrecy.PERSON,
          "SN", Secrecy.PERSON,
          "SURNAME", Secrecy.PERSON,
          "GN", Secrecy.PERSON,
          "GIVENNAME", Secrecy.PERSON,
          "SERIALNUMBER", Secrecy.ID,
          "2.5.4.5", Secrecy.ID,
          "E", Secrecy.MAIL,
          "EMAILADDRESS", Secrecy.MAIL);

  private final List<KnownSecret> known = new ArrayList<>();
  private final Set<KnownSecret> there = new HashSet<>();

  /// All of them, each once.
  public List<KnownSecret> all() {
    return List.copyOf(known);
  }

  public KnownPeople add(List<KnownSecret> secrets) {
    secrets.forEach(secret -> add(secret.kind(), secret.value()));
    return this;
  }

  private void add(Secrecy kind, String value) {
    KnownSecret secret = new KnownSecret(kind, value.strip());
    if (known.size() < MOST && !secret.value().isEmpty() && there.add(secret)) {
      known.add(secret);
    }
  }

  /// Who is in the declarations that are kept, those that still wait among them.
  ///
  /// @throws ArchiveException where it cannot be read
  public KnownPeople add(Archive archive) throws ArchiveException {
    for (History history : archive.readable()) {
      Content content = history.content();
      add(content.unit());
      content.rows().forEach(row -> row.values().forEach(this::addCell));
      history.last(Step.Signed.class).ifPresent(signed -> addSerial(signed.keySerial()));
    }
    return this;
  }

  /// Who is in the drafts that are kept.
  ///
  /// @throws ArchiveException where one cannot be read
  public KnownPeople add(Drafts drafts, List<Kind> kinds) throws ArchiveException {
    for (KeptDraft kept : drafts.kept()) {
      Optional<Draft> draft = drafts.find(kept.id(), kinds);
      draft.ifPresent(this::add);
    }
    return this;
  }

  private void add(Draft draft) {
    draft
        .unit()
        .forEach((field, cell) -> {
          if (!field.equals("type")) {
            add(Secrecy.UNIT, typed(cell));
          }
        });
    draft.rows().forEach(row -> row.cells().forEach((field, cell) -> addCell(field, typed(cell))));
  }

  private static String typed(CellValue cell) {
    return cell instanceof CellValue.Numeric(BigDecimal number, String _)
        ? number.toPlainString()
        : cell.shown();
  }

  private void add(Unit unit) {
    add(Secrecy.UNIT, unit.name());
    add(Secrecy.UNIT, unit.creditCode());
  }

  private void addCell(String field, String value) {
    Secrecy kind = FIELDS.get(field);
    if (kind != null) {
      add(kind, value);
    }
  }

  /// Whom the keys that are plugged in belong to.
  public KnownPeople add(KeyFacts keys) {
    for (SeenKey key : keys.keys().keys()) {
      TokenKey token = key.token();
      addSerial(token.serial());
      addLabel(token);
      key.certificates().stream()
          .map(SeenCertificate::facts)
          .flatMap(Optional::stream)
          .forEach(this::add);
    }
    return this;
  }

  private void add(CertificateFacts facts) {
    addSerial(facts.serialNumber());
    for (HolderFact fact : facts.holder().facts()) {
      Secrecy kind = HOLDERS.get(fact.field());
      if (kind != null) {
        add(kind, fact.value());
      }
    }
    subject(facts.subject())
        .forEach(part -> {
          Secrecy kind = SUBJECT.get(part.getType().toUpperCase(Locale.ROOT));
          if (kind != null) {
            add(kind, String.valueOf(part.getValue()));
          }
        });
  }

  private static List<Rdn> subject(String name) {
    try {
      return new LdapName(name).getRdns();
    } catch (InvalidNameException odd) {
      return List.of();
    }
  }

  /// A label is what the maker wrote, or the holder's name; the maker's and model's own words stay.
  private void addLabel(TokenKey token) {
    String label = token.label().strip();
    if (label.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
      add(Secrecy.KEY, label);
    }
  }

  private void addSerial(String serial) {
    if (serial.strip().length() >= SHORTEST_SERIAL) {
      add(Secrecy.KEY, serial);
    }
  }
}
