package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions live in PostgreSQL, so a restart or another node ends nobody's work; 30 minutes idle and they are over. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);

    /** A visit is noted once a minute, not at each request: what matches no row costs no commit. */
    private static final String NOTE_VISIT = """
            with fresh (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
              as (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
            update security.session as kept
               set session_id = fresh.session_id, last_access_time = fresh.last_access_time,
                   max_inactive_interval = fresh.max_inactive_interval, expiry_time = fresh.expiry_time,
                   principal_name = fresh.principal_name
              from fresh
             where kept.primary_id = fresh.primary_id
               and (fresh.last_access_time - kept.last_access_time >= 60000 or kept.session_id <> fresh.session_id)
            """;

    @Bean
    JdbcIndexedSessionRepository sessionRepository(JdbcOperations jdbc, DataSource dataSource) {
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, own(dataSource));
        sessions.setTableName("security.session");
        sessions.setDefaultMaxInactiveInterval(IDLE);
        sessions.setConversionService(textOnly());
        sessions.setUpdateSessionQuery(NOTE_VISIT);
        return sessions;
    }

    /** Over TLS the cookie is bound to the host by its name; on loopback there is no TLS to bind it to. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer plain = cookie("sid", false);
        DefaultCookieSerializer secure = cookie("__Host-sid", true);
        return new CookieSerializer() {
            @Override
            public void writeCookieValue(CookieValue value) {
                (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return (request.isSecure() ? secure : plain).readCookieValues(request);
            }
        };
    }

    private static DefaultCookieSerializer cookie(String name, boolean secure) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** Short transactions of their own, without a fence to set: sessions belong to no shop. */
    private static TransactionOperations own(DataSource dataSource) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    /** A session holds texts; nothing is ever deserialized into an object. */
    private static GenericConversionService textOnly() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, value -> ((String) value).getBytes(StandardCharsets.UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }
}
