package org.certassist.practice.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The persons that the practice portal knows something about. Anybody else with a valid number is
/// an ordinary person.
public record Population(List<PracticePerson> persons) {
  public Population {
    persons = List.copyOf(persons);
  }

  /// The register in `population.json`.
  public static Population load() {
    try (InputStream file =
        Objects.requireNonNull(Population.class.getResourceAsStream("population.json"))) {
      JsonNode root = JsonMapper.shared().readTree(file.readAllBytes());
      return new Population(root.path("persons").valueStream().map(Population::person).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static PracticePerson person(JsonNode node) {
    return new PracticePerson(
        node.path("idNumber").asString(),
        node.path("name").asString(),
        PracticePerson.Trait.of(node.path("trait").asString()),
        node.path("detail").asString(""));
  }

  public Optional<PracticePerson> find(String idNumber) {
    return persons.stream().filter(person -> person.idNumber().equals(idNumber)).findFirst();
  }

  /// The first person with a trait.
  public PracticePerson with(PracticePerson.Trait trait) {
    return persons.stream().filter(person -> person.trait() == trait).findFirst().orElseThrow();
  }
}
