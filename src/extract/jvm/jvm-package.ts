import type { Frame } from "../error-report.ts";

const standardLibrary =
  /^(?:java|javax|jakarta|jdk|sun|com\.sun|com\.oracle|kotlin|kotlinx|scala|groovy|clojure|android|androidx|com\.android|dalvik|libcore)\./;

/**
 * Whose code a class is, where no jar is named: of the JVM, its languages and Android (a library
 * without a name), or of a known library, whose package is the first parts of its name
 * (`org.springframework.boot`, `io.netty`). Other classes are taken for the reporter's.
 */
export function classOwner(name: string): Pick<Frame, "inLibrary" | "package"> {
  if (standardLibrary.test(name)) return { inLibrary: true, package: null };
  const parts = name.split(".", 4);
  const [first = "", second = ""] = parts;
  const length = owners.get(first) ?? owners.get(`${first}.${second}`);
  if (length === undefined || parts.length <= length) return { inLibrary: false, package: null };
  return { inLibrary: true, package: parts.slice(0, length).join(".") };
}

/** Roots of known libraries, by how many parts of a class's name make the package. */
const roots: Readonly<Record<number, string>> = {
  1: "okhttp3 okio retrofit2 rx akka play junit reactor dagger feign cats zio slick",
  2: `io.netty org.hibernate org.gradle org.junit org.mockito org.testng org.slf4j org.postgresql org.h2 org.mariadb
    com.mysql com.mongodb io.reactivex io.vertx io.micrometer io.grpc io.ktor io.quarkus io.smallrye io.micronaut
    io.undertow io.lettuce io.flutter redis.clients com.amazonaws org.elasticsearch org.opensearch org.quartz
    org.aspectj net.bytebuddy org.mybatis com.baomidou org.wildfly org.xerial org.flywaydb liquibase.changelog
    net.minecraft net.minecraftforge net.neoforged net.fabricmc cpw.mods org.bukkit org.spigotmc io.papermc
    org.lwjgl com.mojang org.spongepowered com.badlogic org.opentest4j org.assertj org.yaml org.thymeleaf
    com.zaxxer com.rabbitmq org.redisson org.bouncycastle io.jsonwebtoken org.jooq com.querydsl io.opentelemetry`,
  3: `org.springframework org.apache com.google org.eclipse com.fasterxml org.jetbrains org.codehaus ch.qos
    com.facebook com.squareup com.bumptech com.alibaba com.microsoft com.azure org.jboss software.amazon com.netflix`,
};

const owners = new Map(
  Object.entries(roots).flatMap(([length, names]) =>
    names.split(/\s+/).map((name): [string, number] => [name, Number(length)]),
  ),
);
