package dev.afterflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product. */
@SpringBootApplication
public class Afterflow {

    public static void main(String[] args) {
        SpringApplication.run(Afterflow.class, args);
    }
}
