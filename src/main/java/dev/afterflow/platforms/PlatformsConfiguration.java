package dev.afterflow.platforms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformSettings.class)
class PlatformsConfiguration {

    @Bean
    MarketPay taobaoPay(TaobaoMarket market, Platforms platforms, JdbcPlatformMatters matters, JdbcPlatformRequests requests, PlatformSettings settings, JsonMapper json,
                        TransactionTemplate tx) {
        return new MarketPay(market, platforms, matters, requests, settings, json, tx);
    }

    @Bean
    MarketPay shopifyPay(ShopifyMarket market, Platforms platforms, JdbcPlatformMatters matters, JdbcPlatformRequests requests, PlatformSettings settings, JsonMapper json,
                         TransactionTemplate tx) {
        return new MarketPay(market, platforms, matters, requests, settings, json, tx);
    }
}
