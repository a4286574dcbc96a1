package org.certassist.core.portal;

import java.time.Instant;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;
import org.certassist.core.time.ShanghaiTime;

/// Why a portal could not be logged in to, or cannot be believed.
public sealed interface PortalFault extends Fault {
  /// The portal refused the login; nothing was filed.
  record LoginRefused(Problem problem) implements PortalFault {
    @Override
    public String id() {
      return problem.statusCode().isPresent()
          ? "portal.status." + problem.code()
          : "portal.loginRefused";
    }

    @Override
    public FaultArea area() {
      return FaultArea.REFUSED;
    }

    @Override
    public List<String> details() {
      return List.of(problem.code(), problem.detail());
    }
  }

  /// The portal was not reached, or gave no usable answer; nothing was filed.
  ///
  /// @param cause a short technical word such as `connection`, `timeout`, `http-503`
  record NotReached(String portal, String cause) implements PortalFault {
    @Override
    public String id() {
      return "portal.notReached";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(portal, cause);
    }
  }

  /// The server's certificate is not one that the profile trusts.
  ///
  /// @param issuer who issued it, as far as it says
  record NotTrusted(String portal, String issuer) implements PortalFault {
    @Override
    public String id() {
      return "portal.notTrusted";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(portal, issuer);
    }
  }

  /// The portal gave a receipt that does not prove that it has what was signed.
  ///
  /// @param declaration its id
  /// @param number the receipt's, for a word with the bureau
  /// @param cause such as `receipt-of-other-bytes`
  record ReceiptNotBelieved(String declaration, String number, String cause)
      implements PortalFault {
    @Override
    public String id() {
      return "portal.receiptNotBelieved";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(declaration, number, cause);
    }
  }

  /// The portal has the declaration, but its answers to the rows are not about the rows that were
  /// sent; they were not kept.
  ///
  /// @param declaration its id
  /// @param number the receipt's, for a word with the bureau
  record AnswersDoNotFit(String declaration, String number) implements PortalFault {
    @Override
    public String id() {
      return "portal.answersDoNotFit";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(declaration, number);
    }
  }

  /// This PC's clock and the portal's differ by more than the settlement month can bear; the
  /// challenge was not signed.
  ///
  /// @param portal when the portal issued the challenge, by its own clock
  /// @param here when it arrived, by this PC's
  record ClockOff(Instant portal, Instant here) implements PortalFault {
    @Override
    public String id() {
      return "portal.clockOff";
    }

    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public List<String> details() {
      return List.of(ShanghaiTime.text(portal), ShanghaiTime.text(here));
    }
  }

  /// The login challenge names another origin than the portal we talk to; it was not signed.
  record WrongOrigin(String portal, String claimed) implements PortalFault {
    @Override
    public String id() {
      return "portal.wrongOrigin";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(portal, claimed);
    }
  }
}
