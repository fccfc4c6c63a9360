package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** My own keys for Camunda Modeler on my desk. */
@RestController
@RequestMapping("/api/my-keys")
@PreAuthorize("hasRole('OWNER')")
@Tag(name = "session")
class MyKeysDesk {

    private final PersonalKeys keys;

    MyKeysDesk(PersonalKeys keys) {
        this.keys = keys;
    }

    record Wish(String name) {
    }

    /** The only time the key is shown. */
    record Made(long id, String name, String key) {
    }

    @GetMapping
    @Operation(summary = "我的工具密钥 / My keys for tools")
    List<PersonalKeys.Listed> list() {
        return keys.of(Who.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新建工具密钥 / Make a key for a tool", description = "The key is in this answer and never again; Camunda Modeler takes it as a bearer token.")
    Made make(@RequestBody Wish wish) {
        Who.demandFreshCode();
        String name = SessionDesk.required("name", wish.name());
        String text = KeyText.fresh();
        return new Made(keys.add(name, text, Who.current()), name, text);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "吊销工具密钥 / Take a key back")
    void revoke(@PathVariable long id) {
        keys.revoke(id, Who.current());
    }
}
