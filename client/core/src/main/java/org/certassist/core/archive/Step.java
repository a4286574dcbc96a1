package org.certassist.core.archive;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.Engine;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.Way;

/// One entry in a declaration's history, with everything that must not be lost at that point.
public sealed interface Step {
  Stage stage();

  /// Checked and waiting to be signed.
  record Checked(Content content) implements Step {
    @Override
    public Stage stage() {
      return Stage.CHECKED;
    }
  }

  /// Signed: the exact bytes and the signature over them.
  ///
  /// @param driver the id of the driver behind which the key signed
  record Signed(
      Content content,
      byte[] document,
      byte[] cms,
      EncodedCertificate signer,
      List<EncodedCertificate> chain,
      String keySerial,
      String driver,
      Engine engine)
      implements Step {
    public Signed {
      chain = List.copyOf(chain);
    }

    @Override
    public Stage stage() {
      return Stage.SIGNED;
    }
  }

  /// About to be sent; on disk before the first byte leaves.
  record Sending(URI portal) implements Step {
    @Override
    public Stage stage() {
      return Stage.SENDING;
    }
  }

  record Accepted(Receipt receipt) implements Step {
    @Override
    public Stage stage() {
      return Stage.ACCEPTED;
    }
  }

  record Refused(Problem problem) implements Step {
    @Override
    public Stage stage() {
      return Stage.REFUSED;
    }
  }

  /// Made into a file for the clerk to carry; on disk before the file is.
  ///
  /// @param way `PAGE_UPLOAD` or `COUNTER`
  /// @param file the name of the file, for the clerk to recognise it by
  /// @param sha256 of the file
  record Exported(Content content, Way way, String file, String sha256) implements Step {
    @Override
    public Stage stage() {
      return Stage.EXPORTED;
    }
  }

  /// Uploaded or brought to the counter, as the clerk says.
  ///
  /// @param number what she was given for it; empty where she was given none
  record HandedIn(LocalDate on, Optional<String> number) implements Step {
    @Override
    public Stage stage() {
      return Stage.HANDED_IN;
    }
  }

  /// Taken back by the clerk; nothing of it was ever sent, nor handed in as she says.
  record Withdrawn() implements Step {
    @Override
    public Stage stage() {
      return Stage.WITHDRAWN;
    }
  }

  /// @param cause a short technical word; see `SubmitOutcome.Unconfirmed`
  record Unconfirmed(String cause) implements Step {
    @Override
    public Stage stage() {
      return Stage.UNCONFIRMED;
    }
  }

  /// The portal has answered every row.
  record Answered(RowAnswers answers) implements Step {
    @Override
    public Stage stage() {
      return answers.refused() == 0 ? Stage.DONE : Stage.DONE_WITH_REFUSALS;
    }
  }
}
