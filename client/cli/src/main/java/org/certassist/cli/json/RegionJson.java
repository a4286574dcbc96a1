package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.jspecify.annotations.Nullable;

/// The document of `region --json`: what is known of a region, and from where.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegionJson(
    String profile,
    String name,
    String nameEnglish,
    @Nullable String page,
    List<String> ways,
    List<String> kinds,
    List<String> covers,
    List<String> notCovered,
    List<ActJson> acts,
    List<ContactJson> contacts,
    SourceJson source) {

  /// @param parts in their order
  public record ActJson(String id, String name, String nameEnglish, List<PartJson> parts) {
    static ActJson of(Act act) {
      return new ActJson(
          act.id(), act.name(), act.nameEnglish(), act.parts().stream().map(PartJson::of).toList());
    }
  }

  /// A filing (`kind`, `portalName`, `when`) or an errand (`errand`, `english`).
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PartJson(
      @Nullable String kind,
      @Nullable String portalName,
      @Nullable String when,
      @Nullable String errand,
      @Nullable String english) {
    static PartJson of(Act.Part part) {
      return switch (part) {
        case Act.Part.Filing filing ->
            new PartJson(filing.kind().id(), filing.portalName(), filing.when().word(), null, null);
        case Act.Part.Errand errand ->
            new PartJson(null, null, null, errand.words(), errand.english());
      };
    }
  }

  /// @param hours spans of a working day such as `09:00-11:30`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ContactJson(
      String role,
      String name,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String web,
      List<String> hours,
      SourceJson source) {
    static ContactJson of(Contact contact) {
      return new ContactJson(
          contact.role().word(),
          contact.name(),
          contact.address().orElse(null),
          contact.phone().orElse(null),
          contact.web().orElse(null),
          contact.hours().stream().map(span -> span.from() + "-" + span.to()).toList(),
          SourceJson.of(contact.source()));
    }
  }

  /// @param date of the document
  public record SourceJson(String document, String date) {
    static SourceJson of(Profile.Source source) {
      return new SourceJson(source.document(), source.date());
    }
  }

  public static RegionJson of(Profile profile) {
    return new RegionJson(
        profile.id(),
        profile.name(),
        profile.nameEnglish(),
        profile.page().map(Object::toString).orElse(null),
        profile.ways().stream().map(Way::word).toList(),
        profile.kinds().stream().map(Kind::id).toList(),
        profile.covers(),
        profile.notCovered(),
        profile.acts().stream().map(ActJson::of).toList(),
        profile.contacts().stream().map(ContactJson::of).toList(),
        SourceJson.of(profile.source()));
  }
}
