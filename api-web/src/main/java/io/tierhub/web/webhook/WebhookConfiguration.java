package io.tierhub.web.webhook;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

  @Bean
  PublicAddresses publicAddresses(WebhookProperties properties) {
    return new PublicAddresses(InetAddress::getAllByName, properties.allowedNetworks());
  }
}
