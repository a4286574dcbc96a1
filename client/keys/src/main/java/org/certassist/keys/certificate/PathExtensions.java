package org.certassist.keys.certificate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/// What a certificate's extensions say about the chain it stands in.
///
/// @param ca basic constraints say CA; a version 1 certificate cannot say so
/// @param pathLength how many CAs may stand below it
/// @param signsCertificates the key usage allows signing certificates (or there is none)
/// @param otherPurpose the extended key usage names only purposes that have nothing to do with a
///   person or unit who logs in or signs
/// @param mappings a policy of the issuer's and those of the subject's that count as the same
/// @param explicitPolicy after how many certificates a policy is required
/// @param noMapping after how many certificates mappings are forbidden
/// @param noAnyPolicy after how many certificates the policy "any" counts for nothing
/// @param keyId the subject's key by its own name, if it has one
/// @param issuerKeyId the issuer's key by that name
/// @param unknownCritical it carries a critical extension that we do not honour
record PathExtensions(
    boolean ca,
    int pathLength,
    boolean signsCertificates,
    boolean otherPurpose,
    List<GeneralName> alternativeNames,
    Optional<NameConstraints> nameConstraints,
    Set<ASN1ObjectIdentifier> policies,
    Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappings,
    int explicitPolicy,
    int noMapping,
    int noAnyPolicy,
    Optional<String> keyId,
    Optional<String> issuerKeyId,
    boolean unknownCritical) {
  /// Where a number is not given: never, without end.
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final Set<ASN1ObjectIdentifier> HONOURED =
      Set.of(
          Extension.keyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName,
          Extension.extendedKeyUsage,
          Extension.nameConstraints,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.policyConstraints,
          Extension.inhibitAnyPolicy);

  private static final Set<KeyPurposeId> OTHER_PURPOSES =
      Set.of(
          KeyPurposeId.id_kp_serverAuth,
          KeyPurposeId.id_kp_codeSigning,
          KeyPurposeId.id_kp_timeStamping,
          KeyPurposeId.id_kp_OCSPSigning);

  /// Of a certificate without any.
  static PathExtensions none() {
    return new PathExtensions(
        false,
        UNLIMITED,
        true,
        false,
        List.of(),
        Optional.empty(),
        Set.of(),
        Map.of(),
        UNLIMITED,
        UNLIMITED,
        UNLIMITED,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  static PathExtensions of(Extensions extensions) {
    KeyUsage usage = KeyUsage.fromExtensions(extensions);
    BasicConstraints basic = BasicConstraints.fromExtensions(extensions);
    ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(extensions);
    GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
    PolicyConstraints policy = PolicyConstraints.fromExtensions(extensions);
    return new PathExtensions(
        basic != null && basic.isCA(),
        basic == null ? UNLIMITED : length(basic.getPathLenConstraintInteger()),
        usage == null || usage.hasUsages(KeyUsage.keyCertSign),
        purposes != null && OTHER_PURPOSES.containsAll(List.of(purposes.getUsages())),
        names == null ? List.of() : List.of(names.getNames()),
        Optional.ofNullable(
            NameConstraints.getInstance(
                extensions.getExtensionParsedValue(Extension.nameConstraints))),
        policies(CertificatePolicies.fromExtensions(extensions)),
        mappings(extensions.getExtensionParsedValue(Extension.policyMappings)),
        policy == null ? UNLIMITED : number(policy.getRequireExplicitPolicyMapping()),
        policy == null ? UNLIMITED : number(policy.getInhibitPolicyMapping()),
        length(
            ASN1Integer.getInstance(
                extensions.getExtensionParsedValue(Extension.inhibitAnyPolicy))),
        Optional.ofNullable(SubjectKeyIdentifier.fromExtensions(extensions))
            .map(id -> hex(id.getKeyIdentifier())),
        Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions))
            .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
            .map(PathExtensions::hex),
        Arrays.stream(extensions.getCriticalExtensionOIDs())
            .anyMatch(oid -> !HONOURED.contains(oid)));
  }

  private static int length(@Nullable ASN1Integer value) {
    return number(value == null ? null : value.getValue());
  }

  private static int number(@Nullable BigInteger value) {
    if (value == null) {
      return UNLIMITED;
    }
    if (value.signum() < 0) {
      throw new IllegalArgumentException("a number of certificates below zero");
    }
    return value.bitLength() < Integer.SIZE ? value.intValueExact() : UNLIMITED;
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  private static Set<ASN1ObjectIdentifier> policies(@Nullable CertificatePolicies policies) {
    Set<ASN1ObjectIdentifier> all = new HashSet<>();
    if (policies != null) {
      for (PolicyInformation policy : policies.getPolicyInformation()) {
        all.add(policy.getPolicyIdentifier());
      }
    }
    return Set.copyOf(all);
  }

  private static Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappings(
      @Nullable ASN1Encodable value) {
    Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> all = new HashMap<>();
    if (value != null) {
      for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
        ASN1Sequence pair = ASN1Sequence.getInstance(each);
        all.computeIfAbsent(
                ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)), _ -> new HashSet<>())
            .add(ASN1ObjectIdentifier.getInstance(pair.getObjectAt(1)));
      }
    }
    return Map.copyOf(all);
  }
}
