package org.certassist.keys.certificate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.jspecify.annotations.Nullable;

/// The names that may stand below the CAs of a chain (RFC 5280 §4.2.1.10), compared by Bouncy
/// Castle.
///
/// A kind of name that cannot be compared, or a subtree with bounds, which the RFC forbids, is not
/// ignored: below it no name of that kind may stand. An empty subtree holds every name of its kind:
/// excluded it leaves none, permitted it leaves all. Bouncy Castle finds nothing in it.
final class NameSpace {
  private static final Set<Integer> COMPARED =
      Set.of(
          GeneralName.rfc822Name,
          GeneralName.dNSName,
          GeneralName.directoryName,
          GeneralName.uniformResourceIdentifier,
          GeneralName.iPAddress);

  private final PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
  private final Set<Integer> closed = new HashSet<>();
  private final Effort effort;
  private long subtrees;

  NameSpace(Effort effort) {
    this.effort = effort;
  }

  /// Narrows the names by what a CA demands.
  ///
  /// @return why that cannot be done; empty where it could
  Optional<String> constrain(NameConstraints constraints) {
    List<GeneralSubtree> permitted = subtrees(constraints.getPermittedSubtrees());
    List<GeneralSubtree> excluded = subtrees(constraints.getExcludedSubtrees());
    long more = permitted.size() + (long) excluded.size();
    if (!effort.comparisons((subtrees + 1) * more)) {
      return Optional.of("tooComplex");
    }
    subtrees += more;
    Stream.concat(permitted.stream(), excluded.stream())
        .filter(subtree -> !isComparable(subtree))
        .forEach(subtree -> closed.add(subtree.getBase().getTagNo()));
    kindsOfEmpty(excluded).forEach(closed::add);
    return Decoding.attempt(
                () -> {
                  narrow(permitted, excluded);
                  return true;
                })
            .isPresent()
        ? Optional.empty()
        : Optional.of("irregular");
  }

  private static List<GeneralSubtree> subtrees(GeneralSubtree @Nullable [] given) {
    return given == null ? List.of() : List.of(given);
  }

  private static boolean isComparable(GeneralSubtree subtree) {
    return COMPARED.contains(subtree.getBase().getTagNo())
        && subtree.getMinimum().signum() == 0
        && subtree.getMaximum() == null;
  }

  private static Set<Integer> kindsOfEmpty(List<GeneralSubtree> subtrees) {
    return subtrees.stream()
        .map(GeneralSubtree::getBase)
        .filter(NameSpace::isEmpty)
        .map(GeneralName::getTagNo)
        .collect(Collectors.toSet());
  }

  private static boolean isEmpty(GeneralName base) {
    return switch (base.getName()) {
      case X500Name name -> name.size() == 0;
      case ASN1String text -> text.getString().isEmpty();
      default -> false;
    };
  }

  private void narrow(List<GeneralSubtree> permitted, List<GeneralSubtree> excluded) {
    Set<Integer> open = kindsOfEmpty(permitted);
    GeneralSubtree[] comparable =
        permitted.stream()
            .filter(NameSpace::isComparable)
            .filter(subtree -> !open.contains(subtree.getBase().getTagNo()))
            .toArray(GeneralSubtree[]::new);
    if (comparable.length > 0) {
      validator.intersectPermittedSubtree(comparable);
    }
    excluded.stream().filter(NameSpace::isComparable).forEach(validator::addExcludedSubtree);
  }

  /// Why the certificate may not bear its names here; empty where it may.
  Optional<String> fault(ParsedCertificate certificate) {
    if (subtrees == 0) {
      return Optional.empty();
    }
    List<GeneralName> names = names(certificate);
    if (!effort.comparisons(subtrees * names.size())) {
      return Optional.of("tooComplex");
    }
    return names.stream().allMatch(this::isPermitted)
        ? Optional.empty()
        : Optional.of("nameNotPermitted");
  }

  private boolean isPermitted(GeneralName name) {
    return !closed.contains(name.getTagNo())
        && Decoding.attempt(
                () -> {
                  try {
                    validator.checkPermitted(name);
                    validator.checkExcluded(name);
                    return true;
                  } catch (NameConstraintValidatorException outside) {
                    return null;
                  }
                })
            .isPresent();
  }

  /// The subject, the alternative names, and mail addresses that stand in the subject.
  private static List<GeneralName> names(ParsedCertificate certificate) {
    X500Name subject = certificate.subject();
    Stream<GeneralName> whole =
        certificate.subjectName().isEmpty()
            ? Stream.of()
            : Stream.of(new GeneralName(GeneralName.directoryName, subject));
    Stream<GeneralName> mail =
        Arrays.stream(subject.getRDNs(BCStyle.EmailAddress))
            .flatMap(part -> Arrays.stream(part.getTypesAndValues()))
            .filter(pair -> pair.getType().equals(BCStyle.EmailAddress))
            .map(AttributeTypeAndValue::getValue)
            .map(NameSpace::mailAddress);
    return Stream.of(whole, certificate.path().alternativeNames().stream(), mail)
        .flatMap(some -> some)
        .toList();
  }

  /// The address itself, without the escapes that a name has when it is written out.
  private static GeneralName mailAddress(ASN1Encodable value) {
    String address =
        value instanceof ASN1String text ? text.getString() : IETFUtils.valueToString(value);
    return new GeneralName(GeneralName.rfc822Name, address);
  }
}
