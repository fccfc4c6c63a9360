package dev.afterflow.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The doors of the house. Machines come with a key to {@code /api/intake}, a modelling tool to {@code /api/modeler}; notices from outside and the sandbox's own
 * world come signed; people come with a session to the rest of {@code /api}; everything else is a public file.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Doors {

    private static final String[] SIGNED = {"/api/notices/**", "/sandbox/pay/**", "/sandbox/alipay/**", "/sandbox/wechat/**", "/sandbox/stripe/**", "/sandbox/sms/**", "/sandbox/marketplace/**", "/sandbox/warehouse/**", "/sandbox/kuaidi/**", "/sandbox/aftership/**", "/sandbox/taobao/**", "/sandbox/shopify/**"};
    private static final String[] PEOPLE = {"/api/**", "/sandbox/world", "/sandbox/world/**"};

    private final Answers answers;
    private final Denials denials;
    private final Crowd crowd;

    Doors(Answers answers, Denials denials, Settings settings, Clock clock) {
        this.answers = answers;
        this.denials = denials;
        this.crowd = new Crowd(answers, settings, clock);
    }

    /** One cookie for all unsafe calls of a page; its value comes back as {@code X-XSRF-TOKEN}. */
    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return tokens;
    }

    /** The management port answers three questions and nothing else; it listens on this machine only. */
    @Bean
    @Order(1)
    SecurityFilterChain managementDoor(HttpSecurity http) throws Exception {
        stateless(http, "/actuator/**");
        return http.authorizeHttpRequests(rules -> rules
                .requestMatchers(HttpMethod.GET, "/actuator/health/**", "/actuator/info", "/actuator/prometheus").permitAll()
                .anyRequest().denyAll()).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain machineDoor(HttpSecurity http, Keys keys) throws Exception {
        stateless(http, "/api/intake/**");
        http.addFilterBefore(new KeyDoor(keys), CsrfFilter.class);
        return http.authorizeHttpRequests(rules -> rules.anyRequest().access((asker, context) ->
                new AuthorizationDecision(asker.get().getAuthorities().stream()
                        .anyMatch(granted -> ("SCOPE_" + KeyDoor.scope(context.getRequest())).equals(granted.getAuthority())))))
                .build();
    }

    /** Each room behind this door checks its sender's signature before it believes a word, and sees no shop until it did. */
    @Bean
    @Order(3)
    SecurityFilterChain signedDoor(HttpSecurity http) throws Exception {
        stateless(http, SIGNED);
        return http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll()).build();
    }

    /** A modelling tool on an owner's desk: no session, no cookie, login or personal key at each call. */
    @Bean
    @Order(4)
    SecurityFilterChain modelerDoor(HttpSecurity http, Logins logins, JdbcPeople people, PersonalKeys keys, SecondFactors factors, Clock clock) throws Exception {
        stateless(http, "/api/modeler/**");
        http.addFilterBefore(new ModelerDoor(answers, logins, people, keys, factors, clock), CsrfFilter.class);
        return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated()).build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain peopleDoor(HttpSecurity http, SessionDoor sessions, CookieCsrfTokenRepository csrfTokens) throws Exception {
        shaped(http, PEOPLE);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens));
        http.addFilterBefore(new Manners(answers), CsrfFilter.class);
        return http.authorizeHttpRequests(rules -> rules
                .requestMatchers(HttpMethod.POST, "/api/session", "/api/first-admin", "/api/session/code", "/api/session/factor", "/api/session/invitation/**").permitAll()
                .requestMatchers(HttpMethod.PUT, "/api/session/factor").permitAll()
                .requestMatchers(HttpMethod.GET, "/api/session/demo").permitAll()
                .anyRequest().authenticated()).build();
    }

    /** Pages, pictures and the description of the interface: to be read, by anybody. */
    @Bean
    @Order(6)
    SecurityFilterChain publicDoor(HttpSecurity http) throws Exception {
        stateless(http, "/**");
        return http.authorizeHttpRequests(rules -> rules
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                .requestMatchers(HttpMethod.GET, "/**").permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**").permitAll()
                .anyRequest().denyAll()).build();
    }

    private void stateless(HttpSecurity http, String... paths) throws Exception {
        shaped(http, paths);
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** What every door has: its paths, the headers, the limits, the fence and plain refusals; none of Spring's own log-ins. */
    private void shaped(HttpSecurity http, String... paths) throws Exception {
        http.securityMatcher(paths)
                .formLogin(form -> form.disable()).httpBasic(basic -> basic.disable()).logout(logout -> logout.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(denials).accessDeniedHandler(denials));
        Headers.put(http);
        http.addFilterBefore(new PlainHttp(answers), CsrfFilter.class)
                .addFilterBefore(new BodyLimit(answers), CsrfFilter.class)
                .addFilterBefore(crowd, AuthorizationFilter.class)
                .addFilterBefore(new FenceFilter(), AuthorizationFilter.class);
    }
}
