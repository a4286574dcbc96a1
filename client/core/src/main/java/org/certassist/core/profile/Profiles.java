package org.certassist.core.profile;

import java.util.List;
import java.util.Optional;

/// The port to profile files: those built in and those in the home folder.
public interface Profiles {
  List<Profile> all();

  Optional<Profile> find(String id);
}
