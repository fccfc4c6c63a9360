package dev.afterflow.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.In;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The description of the interface at {@code /v3/api-docs}: which door each operation stands behind. */
@Configuration(proxyBeanMethods = false)
class ApiBook {

    private static final String KEY = "key";
    private static final String SESSION = "session";
    private static final String CSRF = "csrf";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    OpenAPI interfaceBook() {
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
        return new OpenAPI()
                .info(new Info().title("Afterflow").version("1").description("""
                        Machines deliver to /api/intake with a key; people work behind a session cookie and send the value \
                        of the cookie XSRF-TOKEN back as header X-XSRF-TOKEN on every unsafe call. Refusals are problem \
                        details (RFC 9457)."""))
                .components(new Components()
                        .addSecuritySchemes(KEY, new SecurityScheme().type(Type.HTTP).scheme("bearer").bearerFormat("afk_…"))
                        .addSecuritySchemes(SESSION, new SecurityScheme().type(Type.APIKEY).in(In.COOKIE).name("sid"))
                        .addSecuritySchemes(CSRF, new SecurityScheme().type(Type.APIKEY).in(In.HEADER).name("X-XSRF-TOKEN")));
    }

    @Bean
    OpenApiCustomizer doorsOfOperations() {
        return book -> {
            if (book.getPaths() != null) {
                book.getPaths().forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.setSecurity(door(path, method, operation))));
            }
        };
    }

    private static List<SecurityRequirement> door(String path, HttpMethod method, Operation operation) {
        if (operation.getSecurity() != null) {
            return operation.getSecurity();
        }
        if (path.startsWith("/api/intake/")) {
            return List.of(new SecurityRequirement().addList(KEY));
        }
        if (!path.startsWith("/api/") || path.startsWith("/api/notices/") || path.equals("/api/session/demo")) {
            return List.of();
        }
        SecurityRequirement session = new SecurityRequirement().addList(SESSION);
        return List.of(SAFE.contains(method) ? session : session.addList(CSRF));
    }
}
