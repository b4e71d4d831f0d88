package io.tierhub.persistence.partner;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.partner.Partner;
import io.tierhub.partner.User;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies partners and users to their rows. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Lifecycle.class)
abstract class PartnerMapper {

  @Mapping(target = "role", expression = "java(Lifecycle.wire(from.id().role()))")
  @Mapping(target = "createdAt", source = "created")
  @Mapping(target = "updatedAt", source = "created")
  abstract PartnerEntity row(Partner from);

  @Mapping(target = "partnerId", source = "partner")
  @Mapping(target = "createdAt", source = "created")
  abstract UserEntity row(User from);
}
