package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.util.Set;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every controller: the rule first, strict reading of JSON, and the fence on threads that answer later. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class WebRules implements WebMvcConfigurer, DisposableBean {

    private final ThreadPoolTaskExecutor answers = new ThreadPoolTaskExecutor();

    WebRules() {
        answers.setCorePoolSize(8);
        answers.setMaxPoolSize(8);
        answers.setThreadNamePrefix("answer-");
        answers.setTaskDecorator(work -> {
            Set<String> shops = Who.ifAny().map(Who::shops).orElse(Set.of());
            return () -> Fence.within(shops, work);
        });
        answers.initialize();
    }

    @Override
    public void destroy() {
        answers.shutdown();
    }

    /** Strict where people and machines write to us; replies of partners are read by their own rooms. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictReading(JsonMapper mapper) {
        JsonMapper strict = mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    /** A path or method that no honest client sends. */
    @Bean
    RequestRejectedHandler rejected(Answers answers) {
        return (request, response, rejected) -> answers.write(request, response, Problem.malformed("path", "notAllowed",
                "请求地址或方法不被接受", "This address or method is not taken"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors() {
        return tomcat -> tomcat.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new BareErrors()));
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        async.setTaskExecutor(answers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RuleFirst()).order(Integer.MIN_VALUE);
    }
}
