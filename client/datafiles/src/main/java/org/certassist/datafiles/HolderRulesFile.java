package org.certassist.datafiles;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.HolderRule;
import org.certassist.core.certificate.HolderRuleBook;
import org.certassist.core.certificate.KnownCa;

/// Where CAs write who holds a certificate, from `holder-rules.json`.
public final class HolderRulesFile {
  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-2](?:\\.(?:0|[1-9][0-9]{0,18})){2,20}");

  private static final Map<String, HolderField> FIELDS =
      Arrays.stream(HolderField.values())
          .collect(Collectors.toMap(HolderField::word, Function.identity()));

  private static final Map<String, HolderRule.Reading> READINGS =
      Arrays.stream(HolderRule.Reading.values())
          .collect(Collectors.toMap(HolderRule.Reading::word, Function.identity()));

  public HolderRuleBook builtIn() {
    try {
      return read(JsonFile.builtIn("holder-rules.json"));
    } catch (DataFileException ours) {
      throw new IllegalStateException("the built-in holder rules cannot be read", ours);
    }
  }

  HolderRuleBook read(JsonFile file) throws DataFileException {
    JsonObject json = file.object();
    json.whole("version", 1, 1);
    JsonObject source = json.object("source");
    source.text("document");
    source.text("date");
    source.done();
    List<KnownCa> cas = json.objects("cas", HolderRulesFile::ca);
    List<HolderRule> general = json.objects("rules", HolderRulesFile::rule);
    json.done();
    if (cas.stream().map(KnownCa::name).distinct().count() != cas.size()) {
      throw json.invalid("cas", "a name stands twice");
    }
    return new HolderRuleBook(cas, general);
  }

  private static KnownCa ca(JsonObject json) throws DataFileException {
    List<String> issuer = json.texts("issuer");
    if (issuer.isEmpty()) {
      throw json.invalid("issuer", "at least one name is expected");
    }
    return new KnownCa(json.text("name"), issuer, json.objects("rules", HolderRulesFile::rule));
  }

  private static HolderRule rule(JsonObject json) throws DataFileException {
    return new HolderRule(
        json.word("field", FIELDS),
        json.text("place", HolderRulesFile::place),
        json.word("reading", READINGS),
        json.has("lastResort") && json.flag("lastResort"));
  }

  private static HolderRule.Place place(String word) {
    if (word.equals("subject")) {
      return new HolderRule.Place.WholeSubject();
    }
    if (word.equals("extensions")) {
      return new HolderRule.Place.PrivateExtensions();
    }
    if (word.startsWith("subject ")) {
      return new HolderRule.Place.Subject(word.substring("subject ".length()));
    }
    if (word.startsWith("issuer ")) {
      return new HolderRule.Place.Issuer(word.substring("issuer ".length()));
    }
    if (IDENTIFIER.matcher(word).matches()) {
      return new HolderRule.Place.Identifier(word);
    }
    throw new IllegalArgumentException(word);
  }
}
