package org.certassist.core.helpdesk;

import java.util.List;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.key.DriverState;

/// One thing that a [Trial] expected, or that came: a word that has its text, and what fills its
/// places.
public sealed interface Said {
  /// The name in `--json` output.
  String word();

  /// What the word is said of; none where it says all.
  default List<String> details() {
    return List.of();
  }

  /// One of the words that only trials have.
  ///
  /// @param details as many as the text has places
  record Told(Word told, List<String> details) implements Said {
    public Told {
      details = List.copyOf(details);
    }

    public static Told of(Word told, String... details) {
      return new Told(told, List.of(details));
    }

    @Override
    public String word() {
      return told.word();
    }
  }

  /// What was read or came back, as it is in every language.
  record Value(String value) implements Said {
    @Override
    public String word() {
      return "value";
    }

    @Override
    public List<String> details() {
      return List.of(value);
    }
  }

  /// What became of a driver.
  record OfDriver(DriverState state) implements Said {
    @Override
    public String word() {
      return state.word();
    }
  }

  /// How the smart-card service stands.
  record OfService(CardService state) implements Said {
    @Override
    public String word() {
      return state.word();
    }
  }

  /// What stands in the way of a portal.
  record InTheWay(Cause cause) implements Said {
    @Override
    public String word() {
      return cause.id();
    }
  }

  /// What can be said of a thing that a trial looks at.
  enum Word {
    ANSWERS("answers"),
    ANSWERS_NOT("answersNot"),
    THERE("there"),
    NONE("none"),
    READ_AS_WRITTEN("readAsWritten"),
    READ_OTHERWISE("readOtherwise"),
    SEALED("sealed"),
    IN_CLEAR("inClear"),
    /// The file that is no driver.
    NOT_LOADED("notLoaded"),
    /// The process of its own.
    ENDED("ended"),
    STAYS("stays"),
    /// One line, at the level that counts, with the identity number hidden.
    LOGGED("logged"),
    /// A bundle that is read as it was written, with everybody in it hidden.
    BUNDLED("bundled"),
    HIDDEN("hidden"),
    /// So many misheard codes (the detail) are told from the right one.
    MISHEARD("misheard");

    private final String word;

    Word(String word) {
      this.word = word;
    }

    /// The name in `--json` output and in texts.
    public String word() {
      return word;
    }
  }
}
