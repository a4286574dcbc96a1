package org.certassist.datafiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Profiles;

/// The profiles built in and those in `HOME/profiles`.
///
/// A file in the home folder that cannot be used does not stop the others: it is left out and named
/// by [#faults()]. It may not take a built-in profile's id, nor bring trust anchors.
public final class DataFileProfiles implements Profiles {
  private static final List<String> KINDS =
      List.of(
          "enrolment",
          "termination",
          "person-registration",
          "reversal",
          "pre-registration",
          "dispatch-transfer",
          "base-adjustment",
          "retirement");
  private static final List<String> BUILT_IN =
      List.of("practice", "jiangsu", "nanjing", "hebei", "hohhot");

  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final List<DataFault> faults = new ArrayList<>();

  /// @param home the program's home folder; need not exist
  public DataFileProfiles(Path home) {
    ProfileReader reader = new ProfileReader(builtInKinds());
    for (String id : BUILT_IN) {
      profiles.put(id, builtIn(reader, id));
    }
    DataFolder folder = DataFolder.read(home.resolve("profiles"));
    faults.addAll(folder.faults());
    for (Path file : folder.files()) {
      add(reader, file);
    }
  }

  @Override
  public List<Profile> all() {
    return List.copyOf(profiles.values());
  }

  @Override
  public Optional<Profile> find(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  /// The files in the home folder that were left out, and why.
  public List<DataFault> faults() {
    return List.copyOf(faults);
  }

  /// Why the file that is called as the profile was left out.
  public Optional<DataFault> fault(String id) {
    return faults.stream().filter(fault -> fault.isAbout(id + ".json")).findFirst();
  }

  private void add(ProfileReader reader, Path file) {
    try {
      Profile profile = reader.read(JsonFile.read(file), false);
      if (profiles.putIfAbsent(profile.id(), profile) != null) {
        faults.add(DataFault.of("data.idTaken", file.toString(), profile.id()));
      }
    } catch (DataFileException unusable) {
      faults.add((DataFault) unusable.fault());
    }
  }

  private static Map<String, Kind> builtInKinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    KindReader reader = new KindReader();
    for (String id : KINDS) {
      try {
        kinds.put(id, reader.read(JsonFile.builtIn("kinds/" + id + ".json")));
      } catch (DataFileException ours) {
        throw new IllegalStateException("a built-in kind cannot be read", ours);
      }
    }
    return kinds;
  }

  private static Profile builtIn(ProfileReader reader, String id) {
    try {
      return reader.read(JsonFile.builtIn("profiles/" + id + ".json"), true);
    } catch (DataFileException ours) {
      throw new IllegalStateException("a built-in profile cannot be read", ours);
    }
  }
}
