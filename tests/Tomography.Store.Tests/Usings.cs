global using Shouldly;
global using Tomography.Testing;
global using Xunit;
